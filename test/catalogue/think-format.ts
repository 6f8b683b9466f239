export { plainCase as default } from "./case.js";
