import { describe, expect, it } from "vitest";
import type { Node } from "../../../../src/math/ast.js";
import { compareCanonical } from "../../../../src/math/canonical/index.js";
import { expression } from "../expression.js";
import { options } from "./options.js";

const compare = (a: string, b: string): boolean | null =>
  compareCanonical(expression(a), expression(b), options());

describe("sums and products", () => {
  it.each([
    ["sum(k,1,4,k^2)", "30"],
    ["sum(k,1,100,k)", "5050"],
    ["sum(k,1,10000000,k)", "50000005000000"],
    ["sum(k,1,n,k)", "n*(n+1)/2"],
    ["sum(k,1,n,k^2)", "n*(n+1)*(2*n+1)/6"],
    ["sum(k,1,n,k^3)", "(n*(n+1)/2)^2"],
    ["sum(k,1,n,k^4)", "n*(n+1)*(2*n+1)*(3*n^2+3*n-1)/30"],
    ["sum(k,m,n,2*k+1)", "(n+1)^2-m^2"],
    ["sum(k,0,n,2^k)", "2^(n+1)-1"],
    ["sum(k,0,n-1,x^k)", "(x^n-1)/(x-1)"],
    ["sum(k,0,infinity,(1/2)^k)", "2"],
    ["sum(k,1,infinity,3/10^k)", "1/3"],
    ["sum(k,0,infinity,x^k)", "1/(1-x)"],
    ["sum(k,1,infinity,k/2^k)", "2"],
    ["sum(k,1,infinity,1/k^2)", "pi^2/6"],
    ["sum(k,2,infinity,3/k^4)", "pi^4/30-3"],
    ["sum(k,0,infinity,(-1)^k/3^k)", "3/4"],
    ["sum(k,1,3,sum(j,1,k,j))", "10"],
    ["sum(k,1,20,1/k)", "55835135/15519504"],
    ["sum(k,1,5,f(k))", "f(1)+f(2)+f(3)+f(4)+f(5)"],
    ["sum(k,1,n,f(k))", "sum(j,1,n,f(j))"],
    ["sum(k,1,3,x_k)", "x_1+x_2+x_3"],
    ["product(k,1,5,k)", "120"],
    ["product(k,1,n,k)", "n!"],
    ["product(k,1,n,2)", "2^n"],
    ["sum(k,3,2,k)", "0"],
  ])("%s is %s", (a, b) => expect(compare(a, b)).toBe(true));

  it.each([
    ["sum(k,1,n,k)", "n^2"],
    ["sum(k,0,infinity,2^k)", "-1"],
    ["sum(k,0,infinity,1/k^2)", "pi^2/6"],
    ["sum(k,1,infinity,k)", "-1/12"],
    ["sum(k,1,infinity,1)", "0"],
    ["sum(k,1,n,f(k))", "sum(j,1,m,f(j))"],
    ["sum(k,1,1000000,1/k)", "0.5"],
  ])("%s is not taken for %s", (a, b) => expect(compare(a, b)).not.toBe(true));
});

describe("derivatives", () => {
  it.each([
    ["derivative(x,x^3-2*x)", "3*x^2-2"],
    ["derivative(x,sin(x)*e^x)", "e^x*(sin(x)+cos(x))"],
    ["derivative(x,ln(x))", "1/x"],
    ["derivative(x,sqrt(x^2+1))", "x/sqrt(x^2+1)"],
    ["derivative(x,2^x)", "2^x*ln(2)"],
    ["derivative(x,x^x)", "x^x*(ln(x)+1)"],
    ["derivative(x,tan(x))", "1/cos(x)^2"],
    ["derivative(x,atan(x))", "1/(1+x^2)"],
    ["derivative(x,asin(x))", "1/sqrt(1-x^2)"],
    ["derivative(x,(x+1)/(x-1))", "-2/(x-1)^2"],
    ["derivative(x,x*y)", "y"],
  ])("%s is %s", (a, b) => expect(compare(a, b)).toBe(true));

  it("does not know the derivatives of unknown functions", () => {
    expect(compare("derivative(x,f(x))", "0")).toBeNull();
  });
});

describe("integrals", () => {
  it.each([
    ["integral(x,0,1,x^2)", "1/3"],
    ["integral(x,0,pi,sin(x))", "2"],
    ["integral(x,0,pi,sin(x)^2)", "pi/2"],
    ["integral(x,0,1,x*e^x)", "1"],
    ["integral(x,1,e,1/x)", "1"],
    ["integral(x,1,2,1/x)", "ln(2)"],
    ["integral(x,0,1,1/(1+x^2))", "pi/4"],
    ["integral(x,0,4,sqrt(x))", "16/3"],
    ["integral(x,0,1,1/sqrt(x))", "2"],
    ["integral(x,0,3,sqrt(x+1))", "14/3"],
    ["integral(x,0,1,1/(2*x+1))", "ln(3)/2"],
    ["integral(t,0,x,t)", "x^2/2"],
    ["integral(x,0,1,2^x)", "1/ln(2)"],
    ["integral(x,cos(3*x+1))", "sin(3*x+1)/3"],
    ["integral(x,1/x)", "ln(abs(x))"],
    ["integral(x,1,2,1/x^2)", "1/2"],
    ["integral(x,1,infinity,1/x^2)", "1"],
    ["integral(x,0,infinity,x^3*e^(-x))", "6"],
    ["integral(x,-infinity,0,e^x)", "1"],
    ["integral(x,-infinity,infinity,1/(1+x^2))", "pi"],
    ["integral(x,1,infinity,x^(-3/2))", "2"],
    ["integral(x,0,1,a*x)", "a/2"],
  ])("%s is %s", (a, b) => expect(compare(a, b)).toBe(true));

  it.each([
    ["integral(x,-1,1,1/x^2)", "-2"],
    ["integral(x,-1,1,1/x)", "0"],
    ["integral(x,0,1,1/x)", "0"],
    ["integral(x,0,infinity,1/x^2)", "0"],
    ["integral(x,1,infinity,1/x)", "0"],
    ["integral(x,-infinity,infinity,1/x^2)", "0"],
    ["integral(x,0,infinity,e^x)", "-1"],
    ["integral(x,0,infinity,sin(x))", "1"],
    ["integral(x,-infinity,infinity,x)", "0"],
    ["integral(x,1,infinity,1/sqrt(x))", "-2"],
    ["integral(x,0,2,1/(x-1))", "0"],
    ["integral(x,0,1,x^x)", "1"],
  ])("%s is not taken for %s", (a, b) => expect(compare(a, b)).not.toBe(true));
});

describe("limits", () => {
  it.each([
    ["limit(x,2,(x^2-4)/(x-2))", "4"],
    ["limit(x,1,(x^2-1)/(x^2-3*x+2))", "-2"],
    ["limit(x,0,sin(x)/x)", "1"],
    ["limit(x,0,(1-cos(x))/x^2)", "1/2"],
    ["limit(x,0,(e^x-1)/x)", "1"],
    ["limit(x,1,ln(x)/(x-1))", "1"],
    ["limit(x,infinity,(2*x^2+1)/(3*x^2-x))", "2/3"],
    ["limit(x,infinity,1/x)", "0"],
    ["limit(x,-infinity,(x+1)/(x-1))", "1"],
    ["limit(n,infinity,(1+1/n)^n)", "e"],
    ["limit(x,infinity,(1+2/x)^(3*x))", "e^6"],
    ["limit(x,0,(1+x)^(1/x))", "e"],
    ["limit(x,infinity,sqrt(x^2+x)-x)", "1/2"],
    ["limit(x,4,(sqrt(x)-2)/(x-4))", "1/4"],
    ["limit_right(x,0,abs(x)/x)", "1"],
    ["limit_left(x,0,abs(x)/x)", "-1"],
    ["limit(h,0,((x+h)^2-x^2)/h)", "2*x"],
  ])("%s is %s", (a, b) => expect(compare(a, b)).toBe(true));

  it.each([
    ["limit(x,0,abs(x)/x)", "1"],
    ["limit(x,0,1/x)", "0"],
    ["limit(x,0,floor(x))", "0"],
    ["limit(x,infinity,x)", "0"],
  ])("%s is not taken for %s", (a, b) => expect(compare(a, b)).not.toBe(true));
});

describe("names that change with their index", () => {
  it.each([
    ["sum(k,1,n,x_k)", "n*x_k"],
    ["sum(k,1,3,x_k)", "3*x_k"],
    ["product(k,1,n,x_k)", "x_k^n"],
    ["limit(n,infinity,a_n)", "a_n"],
  ])("%s is not taken for %s", (a, b) => expect(compare(a, b)).not.toBe(true));
});

describe("the derivative of an unknown function", () => {
  it("is not zero", () => {
    const unknown: Node = { kind: "derivative", body: expression("y"), variable: "x", order: 1 };
    expect(compareCanonical(unknown, expression("0"), options())).toBeNull();
  });
});
