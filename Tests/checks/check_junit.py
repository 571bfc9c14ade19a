#!/usr/bin/env python3
"""JUnit XML. usage: check_junit.py FILE... [--strict-ant]
Schema used by the Jenkins xUnit plugin (junit-10.xsd); with --strict-ant also the stricter Ant/windyroad schema.
Then what readers trip over: counts, unique (classname, name) pairs, legal characters, size, junitparser."""
import argparse, collections, os, re, sys
from _lib import *
def check(path, strict=False):
    from lxml import etree
    text = read_text(path); no_leaks(text); need(text.lower().startswith('<?xml version="1.0" encoding="utf-8"?>'), 'XML declaration'); need('<!DOCTYPE' not in text and '<!ENTITY' not in text, 'DTD not allowed')
    need(os.path.getsize(path) < 30_000_000, 'over 30 MB: GitLab ignores it'); need(str(path).endswith('.xml'), 'GitLab wants a .xml file name')
    doc = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for x in ['jenkins-junit-10.xsd'] + (['windyroad-JUnit.xsd'] if strict else []):
        if not schema_path(x): continue
        s = etree.XMLSchema(etree.parse(str(schema_path(x))))
        if not s.validate(doc): e = s.error_log[0]; raise Bad(f'{x} line {e.line}: {e.message}')
    need(doc.tag == 'testsuites', 'root must be testsuites'); seen = collections.Counter(); tot = collections.Counter()
    for su in doc.iter('testsuite'):
        c = collections.Counter(tests=len(su.findall('testcase')), failures=len(su.findall('testcase/failure')), errors=len(su.findall('testcase/error')), skipped=len(su.findall('testcase/skipped')))
        for k in ('tests', 'failures', 'errors', 'skipped'):
            if k in su.attrib: need(int(su.get(k)) == c[k], f'testsuite {su.get("name")}: {k}={su.get(k)} but there are {c[k]}')
        tot.update(c)
        for t in su.findall('testcase'):
            need(t.get('classname') and t.get('name'), 'testcase without classname or name'); seen[t.get('classname'), t.get('name')] += 1
            kids = [k.tag for k in t if k.tag in ('failure', 'error', 'skipped')]; need(len(kids) <= 1, f'{t.get("name")}: more than one outcome')
            for f in t.iter('failure', 'error'):
                need(f.get('message') and f.get('type'), f'{t.get("name")}: failure needs message and type'); need((f.text or '').strip(), f'{t.get("name")}: empty failure body (GitLab shows only the body)')
    for k in ('tests', 'failures', 'errors'):
        if k in doc.attrib: need(int(doc.get(k)) == tot[k], f'testsuites {k}={doc.get(k)} but there are {tot[k]}')
    dup = [k for k, v in seen.items() if v > 1]; need(not dup, f'duplicate test {dup[:1]}: GitLab keeps only the first'); need(tot['tests'] > 0, 'no test cases: many readers treat an empty report as an error')
    from junitparser import JUnitXml
    j = JUnitXml.fromfile(str(path)); need((j.tests, j.failures, j.errors) == (tot['tests'], tot['failures'], tot['errors']), f'junitparser counts {(j.tests, j.failures, j.errors)}')
    return f"{tot['tests']} tests, {tot['failures']} failures"
if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__); ap.add_argument('files', nargs='+'); ap.add_argument('--strict-ant', action='store_true')
    a = ap.parse_args(); sys.exit(max(run(check, f, a.strict_ant) for f in a.files))
