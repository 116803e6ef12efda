import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@kinfold/shared/api';
import type { DemoPerson } from './demo';
import { readDemoFile, signInLines, writeDemoFile } from './demo-file';

const home = mkdtempSync(join(tmpdir(), 'kinfold-demo-file-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const people: readonly DemoPerson[] = [
  { role: 'therapist', name: 'Mira Sand', email: 'mira@clinic.example', password: 'one two', family: 'Family Lind' },
  { role: 'front-desk', name: 'Jo Ek', email: 'jo@clinic.example', password: 'three four' },
];

describe('the demo file', () => {
  it('has exactly the promised shape, for this user only', () => {
    writeDemoFile(readConfig({ KINFOLD_HOME: home }, '/'), people);
    expect(readDemoFile(home)).toEqual({
      dashboard: { url: 'http://localhost:3000' },
      portal: { url: 'http://localhost:3001' },
      people,
    });
    expect(statSync(join(home, 'demo.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(home)).toEqual(['demo.json']);
  });

  it('follows the addresses and keeps the people when the next start has other ports', () => {
    writeDemoFile(
      readConfig({ KINFOLD_HOME: home, PORT: '3010', PORTAL_PORT: '3011' }, '/'),
      readDemoFile(home)?.people ?? [],
    );
    expect(readDemoFile(home)).toEqual({
      dashboard: { url: 'http://localhost:3010' },
      portal: { url: 'http://localhost:3011' },
      people,
    });
  });

  it('is nothing when it is missing or damaged', () => {
    expect(readDemoFile(join(home, 'missing'))).toBeUndefined();
    writeFileSync(join(home, 'demo.json'), '{');
    expect(readDemoFile(home)).toBeUndefined();
  });
});

describe('signInLines', () => {
  it('stands in columns when names differ in length', () => {
    expect(signInLines(people)).toEqual([
      '  therapist   Mira Sand  mira@clinic.example  one two     Family Lind',
      '  front-desk  Jo Ek      jo@clinic.example    three four',
    ]);
  });
});
