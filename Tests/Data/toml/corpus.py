#!/usr/bin/env python3
"""Writes valid.jsonl and invalid.jsonl: TOML documents written by hand for each rule of TOML 1.0.

The value trees come from Python's tomllib, which shares nothing with our reader. Where tomllib departs
from the specification the case says so and carries its own tree. Usage: corpus.py (in its folder).
"""
import datetime, json, math, pathlib, tomllib

HERE = pathlib.Path(__file__).parent
VALID, INVALID = [], []


def tree(value):
    """Values tagged with their types; floats as the shortest text that reads back."""
    if isinstance(value, dict):
        return {key: tree(item) for key, item in value.items()}
    if isinstance(value, list):
        return [tree(item) for item in value]
    if isinstance(value, bool):
        return {"type": "bool", "value": "true" if value else "false"}
    if isinstance(value, int):
        return {"type": "integer", "value": str(value)}
    if isinstance(value, float):
        if math.isnan(value):
            return {"type": "float", "value": "nan"}
        if math.isinf(value):
            return {"type": "float", "value": "inf" if value > 0 else "-inf"}
        return {"type": "float", "value": repr(value)}
    if isinstance(value, datetime.datetime):
        kind = "datetime" if value.tzinfo else "datetime-local"
        return {"type": kind, "value": value.isoformat(timespec="microseconds")}
    if isinstance(value, datetime.date):
        return {"type": "date-local", "value": value.isoformat()}
    if isinstance(value, datetime.time):
        return {"type": "time-local", "value": value.isoformat(timespec="microseconds")}
    assert isinstance(value, str)
    return {"type": "string", "value": value}


def ok(name, *texts, expect=None):
    for number, text in enumerate(texts, 1):
        result = tree(tomllib.loads(text)) if expect is None else expect
        VALID.append({"name": f"{name} {number}", "toml": text, "tree": result})


def bad(name, *texts, differs=False):
    """A broken bar stands before the place of the first error, where it is part of the case."""
    for number, text in enumerate(texts, 1):
        offset = text.find("¦")
        text = text.replace("¦", "")
        if not differs:
            try:
                tomllib.loads(text)
            except tomllib.TOMLDecodeError:
                pass
            else:
                raise SystemExit(f"tomllib takes {name} {number}: {text!r}")
        at = len(text[:offset].encode()) if offset >= 0 else None
        INVALID.append({"name": f"{name} {number}", "toml": text, "at": at})


# Documents, comments, line ends
ok("empty", "", "\n", "\r\n", "  \t ", "# only a comment", "# a\n\n# b\n", "\t# tab", "#")
ok("comment", "a = 1 # c", "# æøå 🙂\na = 1", "a = 1#c", 'a = "# no comment" # one', "a=1\n#end")
ok("line end", "a = 1\r\nb = 2\r\n", "a = 1\nb = 2", "a = 1\r\n\r\n[t]\r\nb = 2")
ok("blanks", " a = 1", "\ta\t=\t1\t", "a=1", "  [ t ]  \n  b = 1")
# Keys
ok("bare key", "key = 1", "bare_key = 1", "bare-key = 1", "1234 = 1", "- = 1", "_ = 1", "3e4 = 1",
   "true = 1", "inf = 1", "2026-01-01 = 1", "AZaz09_- = 1")
ok("quoted key", '"127.0.0.1" = 1', '"a b" = 1', "'quoted \"value\"' = 1", '"" = 1', "'' = 1",
   '"\\u00e5" = 1', '"ʎǝʞ" = 1', "'a\\n' = 1", '"a.b" = 1', '"#" = 1', '"a\\tb" = 1')
ok("dotted key", "a.b = 1", 'a."b.c" = 1', "a . b = 1", "a. b\t. c = 1", "3.14159 = 'pi'",
   "a.b = 1\na.c = 2", "a.b.c = 1\na.d = 2", "apple.type = 1\norange.type = 2\napple.skin = 3",
   '"a".\'b\'.c = 1', "fruit.name = 'x'\nfruit . color = 1\nfruit . flavor = 2",
   "many.dots.here.dot.dot.dot = 1")
ok("keys that look alike", '"é" = 1\n"e\\u0301" = 2', "a = 1\nA = 2")
# Strings
ok("basic string", 'a = ""', 'a = "plain"', 'a = "I\'m"', 'a = "tab\there"', 'a = "æøå 日本 🙂"',
   r'a = "\b\t\n\f\r\"\\"', r'a = "\u00e5\u0000\u007f"', r'a = "\U0001F642\U00000041"',
   r'a = "\uD7FF\uE000"', r'a = "\U0010FFFF"', r'a = "C:\\Users"', 'a = "\u0080\u2028"',
   r'a = "\u00E6\u00e6"', 'a = "[x] = # y"')
ok("literal string", "a = ''", r"a = 'C:\Users\n'", "a = 'say \"hi\"'", "a = 'tab\there'",
   r"a = '<\i\c*\s*>'", "a = '\\'")
ok("long basic string", 'a = """"""', 'a = """x"""', 'a = """\nRoses\nViolets"""',
   'a = """\r\nRoses\r\nViolets"""', 'a = """\n\nx"""', 'a = """a \\\n   b \\\n\n   c"""',
   'a = """\\\n   x\\\n   """', 'a = """a \\  \n  b"""', 'a = """a\\\r\n  b"""',
   'a = """two "" quotes"""', 'a = """"quoted""""', 'a = """""two"""""', r'a = """a\"""b"""',
   r'a = """\u00e5\t"""', 'a = """a\tb"""', 'a = """ends with \\\\"""', 'a = """\\\n\\\n"""',
   'a = """one\n[not.a.table]\nb = 2"""\nc = 3', "a = \"\"\"'''\"\"\"", 'a = """x\\\n\t\n y"""')
ok("long literal string", "a = ''''''", "a = '''x'''", "a = '''\nfirst\nsecond\\\n'''",
   "a = '''I [dw]on't'''", "a = ''''That,' she said'''", "a = '''x'''''", "a = '''\r\nx\r\n'''",
   "a = '''\"\"\"'''", "a = '''a\tb'''", "a = '''\\'''")
# Integers
ok("integer", "a = 0", "a = +0", "a = -0", "a = 99", "a = +99", "a = -17", "a = 1_000", "a = 5_349_221",
   "a = 1_2_3_4_5", "a = 9223372036854775807", "a = -9223372036854775808")
ok("other bases", "a = 0xDEADBEEF", "a = 0xdead_beef", "a = 0o01234567", "a = 0o755", "a = 0b11010110",
   "a = 0x0", "a = 0b0000_0001", "a = 0x7fffffffffffffff", "a = 0xe0")
# Floats
ok("float", "a = 1.0", "a = +1.0", "a = 3.1415", "a = -0.01", "a = 5e+22", "a = 1e06", "a = -2E-2",
   "a = 6.626e-34", "a = 224_617.445_991_228", "a = 0.0", "a = -0.0", "a = 0e0", "a = 1e1_0",
   "a = 9_007_199_254_740_993.0", "a = 1.7976931348623157e308", "a = 5e-324", "a = 0.1",
   "a = 1_0.0_1e-0_2")
ok("not finite", "a = inf", "a = +inf", "a = -inf", "a = nan", "a = +nan", "a = -nan", "a = 1e999",
   "a = [inf, nan]")
ok("boolean", "a = true", "a = false", "a = [true, false]")
# Dates and times
ok("offset date-time", "a = 1979-05-27T07:32:00Z", "a = 1979-05-27T00:32:00-07:00",
   "a = 1979-05-27T00:32:00.999999-07:00", "a = 1979-05-27 07:32:00Z", "a = 1979-05-27t07:32:00z",
   "a = 2026-03-29T02:30:00.5+14:00", "a = 2026-01-01 00:00:00+00:00", "a = 2000-02-29T23:59:59Z",
   "a = 2026-01-01T00:00:00+23:59")
ok("local date-time", "a = 1979-05-27T07:32:00", "a = 1979-05-27 00:32:00.999999",
   "a = 1979-05-27T07:32:00.1234567", "a = 2026-01-01 00:00:00 # c")
ok("local date", "a = 1979-05-27", "a = 0001-01-01", "a = 9999-12-31", "a = 2024-02-29", "a = 2026-01-01 # c",
   "a = [2026-01-01]", "a = [2026-01-01 , 2026-01-02]")
ok("local time", "a = 07:32:00", "a = 00:32:00.999999", "a = 23:59:59", "a = {t = 07:32:00}")
ok("leap second and year 0 (tomllib refuses both, RFC 3339 allows them)", "a = 23:59:60",
   expect={"a": {"type": "time-local", "value": "23:59:60.000000"}})
ok("year 0", "a = 0000-02-29", expect={"a": {"type": "date-local", "value": "0000-02-29"}})
# Arrays
ok("array", "a = []", "a = [1, 2, 3]", "a = [1,2,]", "a = [ ]", "a = [[1, 2], [3, 4, 5]]",
   "a = [[], [[]]]", "a = ['a', \"b\", '''c''', \"\"\"d\"\"\"]", "a = [1, 'a', 1.5, true, [], {}]",
   "a = [\n  1,\n  2\n]", "a = [\n  1, # one\n  # two\n  2, # two\n]", "a = [1,\r\n2\r\n]",
   "a = [ [ 1 ]\n, [2]\n]", "a = [\n[1]\n]", "a = [\n\n]", "a = [#c\n]",
   "a = [{x = 1}, {y = 2}]", "a = [ \"]\", '[' ] # ]", "a = [\n'''\nx = 1\n''', 2\n]")
# Inline tables
ok("inline table", "a = {}", "a = { }", "a = { x = 1, y = 2 }", "a = {x=1,y=2}", "a = { b.c = 1 }",
   "a = { b.c = 1, b.d = 2 }", "a = { b = { c = { d = 1 } } }", "a = {'x y' = 1, \"z\" = [1,\n2] }",
   "a = { x = '''\ny\n''' }", "[t]\na = { x = 1 }\nb = 2", "a.b = {}\na.c = {}", "a = {x = {}, y = {}}")
# Tables
ok("table", "[t]", "[t]\na = 1", "[a]\nx = 1\n[b]\nx = 2", "[a.b.c]\nx = 1", "[ a . b ]\nx = 1",
   "[a.'b.c']\nx = 1", '[a."b c".d]\nx = 1', "[a.b]\nx = 1\n[a]\ny = 2", "[a]\n[a.b]\n[a.b.c]",
   "[x.y.z.w]\n[x]", "x = 1\n[t]\nx = 2", "[t] # c\n", "['']\n", "[1.2]\na = 1", "[a]\nb.c = 1\nb.d = 2",
   "[fruit]\napple.color = 1\napple.taste.sweet = true\n[fruit.apple.texture]\nsmooth = true",
   "[a.b.c]\nz = 9\n[a]\nb.d = 1", "[a]\n\n\n[b]\n", "[true]\n[inf]\n", "[a]\n[c]\n[b]\n[a.d]\n")
ok("array of tables", "[[p]]", "[[p]]\nn = 1\n[[p]]\n[[p]]\nn = 2", "[[a.b]]\nx = 1\n[[a.b]]\nx = 2",
   "[[f]]\nn=1\n[f.p]\nc=1\n[[f.v]]\nn=2\n[[f.v]]\nn=3\n[[f]]\nn=4\n[[f.v]]\nn=5",
   "[a]\n[[a.b]]\n[a.b.c]\n[[a.b]]\n[a.b.c]", "[[ a ]]\n[[ a . b ]]", "[[a]]\nb.c = 1\n[[a]]\nb.c = 2",
   "[a.b]\n[[a.c]]\n", "[[a]]\n[[a.b]]\n[[a.b.c]]\nx = 1", "[[a]] # c\nx = 1")

# Invalid: lines
bad("no value", "a =¦", "a = ¦# c", "a =¦\nb = 1", "a = ¦,", "a = ¦]", "a ¦", "a¦", "¦= 1", "a = 1\n¦= 2")
bad("two on a line", "a = 1 ¦b = 2", "a = 'x' ¦'y'", "[t] ¦a = 1", "a = [] ¦[]", "a = {} ¦x", "a = \"x\"¦y")
bad("key", "a ¦b = 1", "a. ¦= 1", "¦.a = 1", "a.¦.b = 1", "¦æ = 1", "a¦# = 1", "¦\"\"\"a\"\"\" = 1",
    "¦'''a''' = 1", "a¦+b = 1", "a ¦: 1", "¦\"a = 1", "¦'a\nb' = 1", '"a"¦b = 1', "¦! = 1", "a¦[0] = 1",
    '"¦\\q" = 1', "¦@ = 1", "a¦\n= 1", "¦{a = 1}")
bad("header", "[¦]", "[a¦", "[a¦\n", "[a.¦]", "[¦.a]", "[a.¦.b]", "[[a]¦", "[[a]¦ ]", "[ ¦]", "[a ¦b]", "[a]¦]",
    "[[¦]]", "[[a]]¦]", "[¦\"a]", "[a¦\n]", "¦]", "[a] ¦x", "[¦æ]", "[[ ¦]]", "[a¦=1]")
# Invalid: strings
bad("string end", 'a = ¦"x', 'a = ¦"', "a = ¦'x", "a = ¦'x\ny'", 'a = ¦"x\ny"', 'a = ¦"""x', "a = ¦'''x",
    'a = ¦"""x""', 'a = ¦"x\\"', 'a = """x"""""¦"', "a = ''''x'''''¦'", 'a = ¦"""x\\"""',
    "a = 'it'¦s'", "a = '''x'''¦y'''")
bad("escape", 'a = "¦\\q"', 'a = "¦\\x41"', 'a = "¦\\e"', 'a = "¦\\u12"', 'a = "¦\\uD800"', 'a = "¦\\uDFFF"',
    'a = "¦\\U00110000"', 'a = "¦\\U0000D800"', 'a = "¦\\uZZZZ"', 'a = "¦\\ x"', 'a = """¦\\ x"""', 'a = "¦\\\'"',
    'a = """¦\\q"""', 'a = "¦\\U1234567"', 'a = "¦\\a"', 'a = "¦\\u+123"')
bad("control character", 'a = "¦\x00"', 'a = "¦\x1f"', 'a = "¦\x7f"', "a = '¦\x08'", 'a = """¦\x01"""', "a = '''¦\x0b'''",
    "# ¦\x00", "# ¦\x7f", "a = 1 ¦\x0c", "a = 1 # ¦\r x", "a = 1¦\rb = 2", 'a = "x¦\ry"', 'a = """x¦\ry"""',
    "¦\x00", "# ¦\x1f", "a = [1, ¦\x01]", "¦\x0b", "a = 1¦\x00")
# Invalid: numbers
bad("integer", "a = ¦01", "a = ¦-01", "a = ¦+01", "a = ¦00", "a = ¦1__0", "a = ¦_1", "a = ¦1_", "a = ¦1_a", "a = ¦+", "a = ¦-",
    "a = ¦++1", "a = ¦1a", "a = ¦0x", "a = ¦0xG", "a = ¦0o8", "a = ¦0b2", "a = ¦0x_1", "a = ¦0x1_", "a = ¦+0x1", "a = ¦-0b1",
    "a = ¦0X1", "a = ¦0O1", "a = ¦0B1", "a = ¦0_1", "a = 1¦,5", "a = ¦$1", "a = ¦0xfg", "a = ¦0_0")
bad("integer too large (tomllib takes any)", "a = ¦9223372036854775808", "a = ¦-9223372036854775809",
    "a = ¦0x8000000000000000", "a = ¦99999999999999999999999", differs=True)
bad("float", "a = ¦.5", "a = ¦5.", "a = ¦1.e5", "a = ¦+.5", "a = ¦1e", "a = ¦1e+", "a = ¦1._5", "a = ¦1_.5", "a = ¦1.5_",
    "a = ¦1e_5", "a = ¦1e5_", "a = ¦01.5", "a = ¦1.2.3", "a = ¦1e5.5", "a = ¦1.5e", "a = ¦e5", "a = ¦00.1", "a = ¦1.", "a = ¦--1.0",
    "a = ¦Inf", "a = ¦NaN", "a = ¦infinity", "a = ¦in", "a = ¦na", "a = ¦+nana")
bad("boolean", "a = ¦True", "a = ¦TRUE", "a = ¦tru", "a = ¦truer", "a = ¦yes", "a = ¦fals", "a = ¦falsey", "a = ¦null", "a = ¦t", "a = ¦true1")
bad("unquoted", "a = ¦Europe/Oslo", "a = ¦abc", "a = ¦a b", "a = ¦08-15-x", "a = ¦:", "a = ¦`x`", "a = ¦“x”")
# Invalid: dates and times
bad("date", "a = ¦2026-13-01", "a = ¦2026-00-01", "a = ¦2026-02-30", "a = ¦2023-02-29", "a = ¦1900-02-29", "a = ¦2026-04-31", "a = ¦2026-1-1",
    "a = ¦2026-01-1", "a = ¦2026-01-00", "a = ¦2026-01-32", "a = ¦2026/01/01", "a = ¦26-01-01", "a = ¦2026-01", "a = ¦20260101T000000Z",
    "a = ¦2026-01-01x", "a = ¦12026-01-01", "a = ¦2026-01-01Z")
bad("time", "a = ¦24:00:00", "a = ¦07:60:00", "a = ¦07:30:61", "a = ¦07:30", "a = ¦7:30:00", "a = ¦07:3:00", "a = ¦07:30:0", "a = ¦07:30:00.",
    "a = ¦07:30:00Z", "a = ¦07:30:00+01:00", "a = ¦07:30:00.5.5", "a = ¦07:30:", "a = ¦070:30:00")
bad("date-time", "a = ¦2026-01-01T07:30", "a = ¦2026-01-01T24:00:00", "a = ¦2026-01-01T07:30:00+24:00", "a = ¦2026-01-01T07:30:00+01:60",
    "a = ¦2026-01-01T07:30:00+0100", "a = ¦2026-01-01T07:30:00+1:00", "a = ¦2026-01-01_07:30:00", "a = 2026-01-01  ¦07:30:00",
    "a = ¦2026-01-01T07:30:00ZZ", "a = ¦2026-01-01T07:30:00.Z", "a = ¦2026-01-01T", "a = ¦2026-01-01 07:30", "a = ¦2026-01-01T07:30Z")
# Invalid: arrays and inline tables
bad("array", "a = ¦[", "a = ¦[1", "a = ¦[1,", "a = [¦,]", "a = [¦,1]", "a = [1,¦,2]", "a = [1 ¦2]", "a = [1\n¦2]", "a = ¦[[1]", "a = [1]¦]",
    "a = [1, ¦x]", "a = [1 ¦b = 2]", "a = [ ¦= 1]", "a = ¦[1, # ]\n", "a = ¦[1\nb = 2", "a = [1¦}", "a = ['x' ¦'y']", "a = ¦[1,\n[t]\nx = 1",
    "a = [¦1;2]")
bad("inline table", "a = ¦{", "a = ¦{x = 1", "a = {x = 1¦,}", "a = {¦,}", "a = {x = 1 ¦y = 2}", "a = {x = 1,¦, y = 2}", "a = ¦{x = 1\n}", "a = ¦{\nx = 1}",
    "a = ¦{x = 1,\ny = 2}", "a = {x ¦}", "a = {x = ¦}", "a = {¦= 1}", "a = {x = 1}¦}", "a = {x = 1¦]", "a = {x¦: 1}", "a = ¦{ # c\n}", "a = {x = 1, ¦x = 2}",
    "a = {x = 1, ¦x.y = 2}", "a = {x.y = 1, ¦x = 2}", "a = {x = {}, ¦x.y = 1}", "a = {x.y = 1, x.¦y = 2}")
# Invalid: defined twice
bad("key twice", "a = 1\n¦a = 2", "a = 1\n¦\"a\" = 2", "a = 1\n¦'a' = 2", "a.b = 1\na.¦b = 2", "[t]\na = 1\n¦a = 2", "a.b = 1\n¦a = 2",
    "a = 1\n¦a.b = 2", "a = []\n¦a = []", "a = {}\n¦a = {}", "\"\\u0061\" = 1\n¦a = 2", "a.b.c = 1\na.¦b = 2", "a.b = 1\na.¦b.c = 2", "[a]\nb = 1\n¦b.c = 2",
    "a = 1\na2 = 1\n¦a = 1")
bad("table twice", "[a]\n¦[a]", "[a]\nb = 1\n¦[a]\nc = 2", "[a]\n[b]\n¦[a]", "a = 1\n¦[a]", "[a]\nb = 1\n¦[a.b]", "a.b = 1\n¦[a]", "a.b.c = 1\n¦[a.b]",
    "[f]\na.c = 1\n¦[f.a]", "[f]\na.t.s = 1\n¦[f.a.t]", "[a.b]\n[a]\n¦[a.b]", "a = {}\n¦[a]", "a = { b = 1 }\n[¦a.c]", "[p]\nt = { n = 1 }\n¦t.e = 2",
    "[p]\nt = { n = 1 }\n[p.¦t.x]", "a = 1\n[¦a.b]", "a = []\n¦[a]", "[[a]]\n¦[a]", "[a]\n¦[[a]]", "a = []\n¦[[a]]", "a = 1\n¦[[a]]", "[a.b]\n¦[[a]]",
    "a = [{}]\n[¦a.b]", "[a.b.c]\nz = 9\n[a]\nb.¦c.t = 1", "[a.b.c.d]\nz = 9\n[a]\nb.c.¦d.k.t = 1", "[[a.b]]\n[a]\n¦b.y = 2", "a.b = {}\na.¦b.c = 1",
    "[[a]]\nb = []\n¦[[a.b]]", "a = {b.c = 1}\n[¦a.b.d]", "[a]\nb = {}\n¦[[a.b]]",
    "[t1]\nt2.t3.v = 0\n¦[t1.t2]", "a.b = 1\n¦[[a]]", "[a]\n[a.b]\n[c]\n¦[a.b]", "[[a.b]]\n¦[a.b]", "a = 'x'\n[¦a.b.c]")

for name, cases in (("valid", VALID), ("invalid", INVALID)):
    names = [case["toml"] for case in cases]
    for text in {text for text in names if names.count(text) > 1}:
        print(f"twice in {name}: {text!r}")
    lines = (json.dumps(case, ensure_ascii=True) for case in cases)
    (HERE / f"{name}.jsonl").write_text("\n".join(lines) + "\n")
print(len(VALID), "valid,", len(INVALID), "invalid")
