"""Shared helpers for the output checks. Every check prints `OK <file>` or `ERROR <file>: <first problem>`."""
import json, pathlib, re
SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / 'docs' / 'schema'
class Bad(Exception): pass
def need(cond, msg):
    if not cond: raise Bad(msg)
def run(check, path, *a, **k):
    try: info = check(path, *a, **k)
    except Bad as ex: print(f'ERROR {path}: {ex}'); return 1
    except ImportError as ex: print(f'CANNOT RUN: {ex}'); return 2
    except Exception as ex: print(f'ERROR {path}: {type(ex).__name__}: {ex}'); return 1
    print(f'OK {path}' + (f' — {info}' if info else '')); return 0
def no_dup(pairs):
    d = {}
    for k, v in pairs:
        need(k not in d, f'duplicate JSON key "{k}"'); d[k] = v
    return d
def bad_const(x): raise Bad(f'not JSON: {x}')
def load_json_text(text, what='file'):
    try: return json.loads(text, object_pairs_hook=no_dup, parse_constant=bad_const)
    except json.JSONDecodeError as ex: raise Bad(f'{what}: {ex}')
def read_text(path, bom_ok=False):
    b = pathlib.Path(path).read_bytes()
    need(bom_ok or not b.startswith(b'\xef\xbb\xbf'), 'starts with a byte order mark')
    try: t = b.decode('utf-8-sig' if bom_ok else 'utf-8')
    except UnicodeDecodeError as ex: raise Bad(f'not UTF-8 at byte {ex.start}')
    return t
def schema(name): return json.loads((SCHEMAS / name).read_text('utf-8'))
def validate(inst, name, formats=True):
    import jsonschema
    s = schema(name); cls = jsonschema.validators.validator_for(s); cls.check_schema(s)
    v = cls(s, format_checker=cls.FORMAT_CHECKER if formats else None)
    errs = sorted(v.iter_errors(inst), key=lambda e: [str(p) for p in e.absolute_path])
    if errs:
        e = errs[0]; raise Bad('schema: /' + '/'.join(map(str, e.absolute_path)) + ': ' + e.message[:240] + (f' (+{len(errs)-1} more)' if len(errs) > 1 else ''))
LEAK = re.compile(r'(?:(?<=["\'\s=(>])|^)/(?:[\w.-]+/){2,}|file://|\b[A-Z]:\\\\|\b\d{6}[ -]?\d{5}\b', re.M)  # absolute path, drive letter, 11-digit identity number
def no_leaks(text):
    m = LEAK.search(text); need(not m, f'machine path or 11-digit identity number leaks: {m.group(0) if m else ""}')
