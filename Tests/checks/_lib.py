"""Shared helpers for the output checks. Every check prints `OK <file>` or `ERROR <file>: <first problem>`."""
import json, os, pathlib, re, sys, urllib.parse
HERE = pathlib.Path(__file__).resolve().parent
SCHEMAS = [HERE.parents[1] / 'docs' / 'schema', HERE]
# Schemas of others live beside a developer's clone; without them the rest is still checked.
if 'FATIGUE_CONFORMANCE' in os.environ: SCHEMAS.append(pathlib.Path(os.environ['FATIGUE_CONFORMANCE']) / 'schemas')
def schema_path(name): return next((d / name for d in SCHEMAS if (d / name).is_file()), None)
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
def validate(inst, name, formats=True):
    import jsonschema
    if not schema_path(name): return
    s = json.loads(schema_path(name).read_text('utf-8')); cls = jsonschema.validators.validator_for(s); cls.check_schema(s)
    v = cls(s, format_checker=cls.FORMAT_CHECKER if formats else None)
    errs = sorted(v.iter_errors(inst), key=lambda e: [str(p) for p in e.absolute_path])
    if errs:
        e = errs[0]; raise Bad('schema: /' + '/'.join(map(str, e.absolute_path)) + ': ' + e.message[:240] + (f' (+{len(errs)-1} more)' if len(errs) > 1 else ''))
def lines_of(path):
    """Physical lines as SARIF counts them (CRLF, CR, LF)."""
    return re.split(r'\r\n|\r|\n', pathlib.Path(path).read_bytes().decode('utf-8-sig', 'replace'))
def utf16len(s): return len(s.encode('utf-16-le')) // 2
def rel_uri(u):
    need(u, 'empty path/uri'); need('\\' not in u, f'backslash in path: {u}')
    need(not re.match(r'^[A-Za-z]:', u) and not u.startswith(('/', './', 'file:')), f'path is not repository-relative: {u}')
    need('..' not in u.split('/'), f'path leaves the repository: {u}')
    return urllib.parse.unquote(u)
LEAK = re.compile(r'(?:(?<=["\'\s=(>])|^)/(?:[\w.-]+/){2,}|file://|\b[A-Z]:\\\\|\b\d{6}[ -]?\d{5}\b', re.M)  # absolute path, drive letter, 11-digit identity number
def no_leaks(text):
    m = LEAK.search(text); need(not m, f'machine path or 11-digit identity number leaks: {m.group(0) if m else ""}')
def codeql_line_hashes(data: bytes):
    """primaryLocationLineHash for every line, as GitHub's upload step computes it (facts from github/codeql-action
    src/fingerprints.ts): 64-bit rolling polynomial hash, base 37, over the next 100 UTF-16 units that are not
    space/tab, newlines folded to LF, a 65535 end mark, then zeros; `:n` counts equal hashes."""
    s = data.decode('utf-8', 'replace'); u = s.encode('utf-16-le'); units = [u[i] | u[i+1] << 8 for i in range(0, len(u), 2)]
    M = (1 << 64) - 1; B = 100; first = pow(37, B, 1 << 64)
    win = [0]*B; lno = [-1]*B; idx = 0; h = 0; line = 0; start = True; prev_cr = False; seen = {}; out = {}
    def emit():
        k = format(h, 'x'); seen[k] = seen.get(k, 0) + 1; out[lno[idx]] = f'{k}:{seen[k]}'; lno[idx] = -1
    def push(c):
        nonlocal h, idx
        b = win[idx]; win[idx] = c; h = (37*h + c - first*b) & M; idx = (idx + 1) % B
    def proc(c):
        nonlocal start, line, prev_cr
        if c in (32, 9) or (prev_cr and c == 10): prev_cr = False; return
        if c == 13: c = 10; prev_cr = True
        else: prev_cr = False
        if lno[idx] != -1: emit()
        if start: start = False; line += 1; lno[idx] = line
        if c == 10: start = True
        push(c)
    for c in units: proc(c)
    proc(65535)
    for _ in range(B):
        if lno[idx] != -1: emit()
        push(0)
    return out
