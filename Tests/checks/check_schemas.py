#!/usr/bin/env python3
"""Every JSON document the program writes, against its schema in docs/schema.

    check_schemas.py FATIGUE [SAMPLES]

Runs each command that writes one on the samples, in both languages, and validates what it wrote. Then takes one
required key at a time out of each document: a schema that lets that pass says nothing. Each schema must be used.
"""
import copy, itertools, json, pathlib, subprocess, sys, tempfile
from _lib import *

WARD = ['turnus.csv', 'ward.csv', 'netter.csv', 'rolig.csv']
CHANGE = ['--what-if', 'Alex Carter 2026-09-15 D->A', '--what-if', 'Alex Carter 2026-09-16 -']


def runs(samples):
    """Schema, command, and what is checked of it; a document at a time."""
    for name in WARD + ['rotasjon.ics']:
        yield 'report', ['check', samples / name], 'json'
        yield 'event', ['check', samples / name], 'ndjson'
        yield 'plan', ['plan', samples / name], 'json'
    yield 'report', ['check', samples / 'turnus.csv', '--detail', 'duties'], 'json'
    for name in WARD:
        yield 'repair', ['repair', samples / name, '--effort', '20000'], 'json'
    yield 'repair', ['repair', samples / 'turnus.csv', '--clear', 'breach', '--proposals', '0'], 'json'
    for spec in sorted(samples.glob('*.toml')):
        yield 'design', ['design', spec, '--effort', '2000'], 'json'
    yield 'design', ['design', samples / 'sengepost.toml', '--effort', '2000', '--against', samples / 'rolig.csv'], 'json'
    yield 'compare', ['compare', samples / 'turnus.csv', samples / 'forslag.csv'], 'json'
    yield 'compare', ['compare', samples / 'ward.csv', samples / 'ward.csv'], 'json'
    yield 'compare', ['compare', samples / 'rolig.csv', samples / 'netter.csv', '--match', 'line'], 'json'
    yield 'compare', ['check', samples / 'ward.csv', *CHANGE], 'json'
    outcomes = sorted(samples.glob('oppfolging-*.csv'))
    yield 'follow-up', ['follow-up', *outcomes, '--change', '2026-03-02'], 'json'
    yield 'follow-up', ['follow-up', *outcomes[1:], '--change', '2026-03-02'], 'json'


def keys_missing(document, schema):
    """The document with one required key less, for each key its schema asks for on the outermost level."""
    asked = list(schema.get('required', []))
    for key in asked:
        if key in document:
            less = copy.deepcopy(document)
            del less[key]
            yield key, less


def is_refused(document, name):
    try:
        validate(document, name)
    except Bad:
        return True
    return False


def main(fatigue, samples):
    used, failed, count = set(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for (kind, command, form), language in itertools.product(runs(samples), ['nb', 'en']):
            schema = f'fatigue-{kind}-1.schema.json'
            path = pathlib.Path(folder) / 'document'
            what = ' '.join(pathlib.Path(str(word)).name if '/' in str(word) else str(word) for word in command)
            done = subprocess.run(
                [fatigue, *map(str, command), '--no-config', '--lang', language, '-f', f'{form}={path}'],
                capture_output=True, text=True)

            def check(_):
                need(done.returncode in (0, 1), f'exit status {done.returncode}: {done.stderr[:200]}')
                text = read_text(path)
                texts = text.splitlines() if form == 'ndjson' else [text]
                documents = [load_json_text(one) for one in texts]
                need(schema_path(schema), f'docs/schema has no {schema}')
                asked = json.loads(schema_path(schema).read_text('utf-8'))
                for document in documents:
                    validate(document, schema)
                for key, less in keys_missing(documents[0], asked):
                    need(is_refused(less, schema), f'the schema does not miss {key}')
                used.add(schema)

            failed += run(check, f'{what} ({form}, {language})')
            path.unlink(missing_ok=True)
            count += 1
    there = {path.name for path in schema_path('fatigue-report-1.schema.json').parent.glob('*.json')}
    if there != used:
        print(f'ERROR schemas nobody was checked by: {sorted(there - used)}')
        failed += 1
    print(f'{count} documents, {len(used)} schemas, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    root = pathlib.Path(__file__).resolve().parents[2]
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else root / 'samples'))
