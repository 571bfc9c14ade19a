#!/usr/bin/env python3
"""Prints papers for the parties as a reader would, and demands two pages of A4. usage: check_paper.py paper.md paper.html ...

Markdown is rendered by cmarkgfm (GitHub's own reader) with the plain style below; HTML has its own style.
Needs chromium, pdfinfo (poppler-utils) and the Python package cmarkgfm."""
import pathlib, re, shutil, subprocess, sys, tempfile

STYLE = '''@page{size:A4;margin:12mm 14mm}body{font:9.5pt/1.28 "Liberation Sans",Arial,sans-serif;margin:0}
h1{font-size:14pt;margin:0 0 3pt}h2{font-size:10.5pt;margin:7pt 0 2pt}p,ul,ol{margin:2pt 0}ul,ol{padding-left:13pt}
table{border-collapse:collapse;width:100%;font-size:8.5pt}td,th{border-bottom:.4pt solid #888;padding:1pt 4pt 1pt 0;
text-align:left;vertical-align:top}code{font-size:8pt;overflow-wrap:anywhere}'''

def pages(path, folder):
    page = path
    if path.suffix == '.md':
        import cmarkgfm
        body = cmarkgfm.github_flavored_markdown_to_html(path.read_text(encoding='utf-8'))
        page = folder / (path.stem + '.md.html')
        page.write_text(f'<!DOCTYPE html><html><meta charset="utf-8"><style>{STYLE}</style>{body}</html>', encoding='utf-8')
    pdf = folder / (path.name + '.pdf')
    chromium = shutil.which('chromium') or shutil.which('google-chrome') or 'chromium'
    subprocess.run(
        [chromium, '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
         f'--user-data-dir={folder}/profile', '--host-resolver-rules=MAP * ~NOTFOUND', '--no-pdf-header-footer',
         f'--print-to-pdf={pdf}', page.resolve().as_uri()], check=True, capture_output=True, timeout=120)
    info = subprocess.run(['pdfinfo', str(pdf)], check=True, capture_output=True, text=True).stdout
    size = re.search(r'Page size:\s+([\d.]+) x ([\d.]+)', info)
    wide, high = float(size[1]), float(size[2])
    if abs(wide - 595) > 2 or abs(high - 842) > 2: raise SystemExit(f'ERROR {path}: no A4 page: {wide} x {high}')
    return int(re.search(r'Pages:\s+(\d+)', info)[1])

def main():
    status = 0
    keep = sys.argv[1] == '--keep'
    folder = pathlib.Path(sys.argv[2] if keep else tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    for name in sys.argv[3 if keep else 1:]:
        count = pages(pathlib.Path(name), folder)
        print(f'{"OK" if count <= 2 else "ERROR"} {name}: {count} pages')
        if count > 2: status = 1
    if not keep: shutil.rmtree(folder, ignore_errors=True)
    sys.exit(status)

if __name__ == '__main__': main()
