export { default } from "./remote.js";
