/**
 * Reads the arguments of a call from standard input and writes its value, both as JSON. The compiler deduces the types
 * from the function, so that its declaration is not parsed here; a type that JSON has no values of does not compile.
 * What the function prints is not its value. Arguments that do not fit are the program's fault, as in other languages.
 */
const JSON_CALL = String.raw`
namespace json_call {
using std::string;

[[noreturn]] void refuse(const char* why) {
  std::fprintf(stderr, "%s\n", why);
  std::_Exit(1);
}

struct Reader {
  const char* at;
  const char* end;

  char peek() {
    while (at < end && std::strchr(" \t\r\n", *at)) at++;
    return at < end ? *at : '\0';
  }
  bool take(char each) { return peek() == each && at++; }
  void expect(char each) {
    if (!take(each)) refuse("The arguments are not those that the function takes.");
  }
  bool take(const string& word) {
    peek();
    if (string(at, std::min<size_t>(word.size(), end - at)) != word) return false;
    at += word.size();
    return true;
  }
  unsigned unit() {
    unsigned code = 0;
    auto [stop, error] = std::from_chars(at, std::min(at + 4, end), code, 16);
    at = stop;
    return code;
  }
  void escape(string& text) {
    static const char *names = "nrtbf", *meanings = "\n\r\t\b\f";
    char name = at < end ? *at++ : '\0';
    if (name != 'u') {
      const char* found = name ? std::strchr(names, name) : nullptr;
      text += found ? meanings[found - names] : name;
      return;
    }
    unsigned code = unit();
    if (code >> 10 == 0x36 && end - at > 6 && at[0] == '\\' && at[1] == 'u') {
      at += 2;
      code = 0x10000 + ((code & 0x3ff) << 10) + (unit() & 0x3ff);
    }
    if (code < 0x80) text += char(code);
    else if (code < 0x800) text += {char(0xc0 | code >> 6), char(0x80 | (code & 63))};
    else if (code < 0x10000) text += {char(0xe0 | code >> 12), char(0x80 | (code >> 6 & 63)), char(0x80 | (code & 63))};
    else text += {char(0xf0 | code >> 18), char(0x80 | (code >> 12 & 63)), char(0x80 | (code >> 6 & 63)), char(0x80 | (code & 63))};
  }
  string text() {
    string found;
    expect('"');
    while (at < end && *at != '"') {
      if (*at != '\\') found += *at++;
      else at++, escape(found);
    }
    expect('"');
    return found;
  }
  template <class T> T integer() {
    T value{};
    peek();
    auto [stop, error] = std::from_chars(at, end, value);
    if (error != std::errc() || (stop < end && std::strchr(".eE", *stop))) refuse("An argument is no whole number of its type.");
    at = stop;
    return value;
  }
  double number() {
    char* stop;
    if (std::strchr("\"[{ntf", peek())) refuse("An argument is no number.");
    double value = std::strtod(at, &stop);
    at = stop;
    return value;
  }
};

template <class T> struct Items { static constexpr bool are = false; };
template <class T> struct Items<std::vector<T>> { static constexpr bool are = true; };

#define KNOWN "A function is called with, and returns, numbers, bool, char, string and vectors of them."

template <class T> T read(Reader& in) {
  if constexpr (std::is_same_v<T, bool>) {
    if (in.take(string("true"))) return true;
    if (in.take(string("false"))) return false;
    refuse("An argument is no bool.");
  } else if constexpr (std::is_same_v<T, char>) {
    string text = in.text();
    if (text.size() != 1) refuse("An argument is no char.");
    return text[0];
  } else if constexpr (std::is_integral_v<T>) {
    return in.integer<T>();
  } else if constexpr (std::is_floating_point_v<T>) {
    return T(in.number());
  } else if constexpr (std::is_same_v<T, string>) {
    return in.text();
  } else if constexpr (Items<T>::are) {
    T items;
    in.expect('[');
    if (in.take(']')) return items;
    do items.push_back(read<typename T::value_type>(in));
    while (in.take(','));
    in.expect(']');
    return items;
  } else {
    static_assert(sizeof(T) == 0, KNOWN);
  }
}

void write_text(FILE* out, const string& text) {
  std::fputc('"', out);
  for (unsigned char each : text) {
    if (each < 32) std::fprintf(out, "\\u%04x", each);
    else if (each == '"' || each == '\\') std::fprintf(out, "\\%c", each);
    else std::fputc(each, out);
  }
  std::fputc('"', out);
}

void write_number(FILE* out, double value) {
  char text[40];
  for (int digits = 15; digits <= 17; digits++) {
    std::snprintf(text, sizeof text, "%.*g", digits, value);
    if (std::strtod(text, nullptr) == value) break;
  }
  std::fputs(std::isfinite(value) ? text : "null", out);
}

template <class T> void write(FILE* out, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    std::fputs(value ? "true" : "false", out);
  } else if constexpr (std::is_same_v<T, char>) {
    write_text(out, string(1, value));
  } else if constexpr (std::is_integral_v<T>) {
    std::fputs(std::to_string(value).c_str(), out);
  } else if constexpr (std::is_floating_point_v<T>) {
    write_number(out, value);
  } else if constexpr (std::is_convertible_v<T, string>) {
    write_text(out, value);
  } else if constexpr (Items<T>::are) {
    const char* gap = "[";
    for (const auto& each : value) {
      std::fputs(gap, out);
      write<typename T::value_type>(out, each);
      gap = ",";
    }
    std::fputs(value.empty() ? "[]" : "]", out);
  } else {
    static_assert(sizeof(T) == 0, KNOWN);
  }
}

template <class... A> std::tuple<A...> read_arguments(Reader& in) {
  const char* between = "[";
  auto next = [&](auto* type) {
    in.expect(*between);
    between = ",";
    return read<std::remove_pointer_t<decltype(type)>>(in);
  };
  std::tuple<A...> values{next(static_cast<A*>(nullptr))...};
  if (sizeof...(A) == 0) in.expect('[');
  in.expect(']');
  return values;
}

template <class R, class... A> struct Signature {};

template <class R, class... A, class F> void give(Signature<R, A...>, F call) {
  string text(std::istreambuf_iterator<char>(std::cin), {});
  Reader in{text.c_str(), text.c_str() + text.size()};
  auto values = read_arguments<std::decay_t<A>...>(in);
  FILE* out = fdopen(dup(1), "w");
  if (!out || !std::freopen("/dev/null", "w", stdout)) refuse("There is no output.");
  auto apply = [&](auto&... each) -> R { return call(static_cast<A&&>(each)...); };
  if constexpr (std::is_void_v<R>) {
    std::apply(apply, values);
    std::fputs("null", out);
  } else {
    write<std::decay_t<R>>(out, std::apply(apply, values));
  }
  std::fclose(out);
  std::_Exit(0);
}

template <class R, class... A> void call(R (*function)(A...)) { give(Signature<R, A...>(), function); }
template <class R, class C, class... A> void call(R (C::*method)(A...)) {
  C object{};
  give(Signature<R, A...>(), [&](A... each) -> R { return (object.*method)(std::forward<A>(each)...); });
}
template <class R, class C, class... A> void call(R (C::*method)(A...) const) {
  C object{};
  give(Signature<R, A...>(), [&](A... each) -> R { return (object.*method)(std::forward<A>(each)...); });
}
template <class R, class C, class... A> Signature<R, A...> signature(R (C::*)(A...) const);
template <class F> decltype(void(&F::operator())) call(F& lambda) { give(decltype(signature(&F::operator()))(), lambda); }
}
`;

const LIBRARY = "#include <bits/stdc++.h>\n";

const MAIN = /\bmain\s*\(/;

/** The standard library and its names, which sites that call functions put before them. */
function libraryFor(source: string): string {
  const hasNames = source.includes("using namespace std") || source.includes("std::");
  return hasNames ? LIBRARY : `${LIBRARY}using namespace std;\n`;
}

/** A program as it is compiled: one without `main` has functions that are called, and may leave out what it includes. */
export function withLibrary(source: string): string {
  return MAIN.test(source) ? source : `${libraryFor(source)}#line 1\n${source}`;
}

const IDENTIFIER = /^[a-z_]\w*$/i;

const STRING = /"(?:[^"\\]|\\.)*"/g;

/** What no type that a function is called with stands for. */
const UNTYPED = /\{|null/;

/** Why a call cannot be made, whatever the program; `null` if it can. */
export function refusedCall(name: string, args: string): string | null {
  if (!IDENTIFIER.test(name)) return `A function in C++ cannot have the name ${JSON.stringify(name)}.`;
  const hasTypes = !UNTYPED.test(args.replace(STRING, ""));
  return hasTypes ? null : "Functions in C++ are not called with objects or null.";
}

const SOLUTION = /\b(?:class|struct)\s+Solution\b/;

/** A program that calls a function of another one, or a method of its class `Solution`. */
export function callingProgram(source: string, name: string): string {
  const target = SOLUTION.test(source) ? `&Solution::${name}` : `::${name}`;
  const library = MAIN.test(source) ? LIBRARY : libraryFor(source);
  return [
    `${library}#include <unistd.h>`,
    "#define main main_of_program",
    `#line 1\n${source}`,
    `#undef main\n${JSON_CALL}`,
    `int main() { json_call::call(${target}); }\n`,
  ].join("\n");
}
