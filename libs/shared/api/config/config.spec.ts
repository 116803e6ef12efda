import { ConfigError, readConfig } from './config';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env, '/srv/kinfold');
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('gives a demo on loopback when nothing is said', () => {
    const config = readConfig({}, '/srv/kinfold');
    expect(config).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      home: '/srv/kinfold/.kinfold',
      staff: { port: 3000, origin: 'http://localhost:3000' },
      portal: { port: 3001, origin: 'http://localhost:3001' },
      keyFile: '/srv/kinfold/.kinfold/kinfold.key',
      trustedProxy: [],
    });
    expect(config.database).toBeUndefined();
  });

  it('is a clinic when a database is named', () => {
    const url = 'postgres://u:p@db/kinfold';
    const config = readConfig({ DATABASE_URL: url, DATABASE_AUTH_URL: url, DATABASE_MIGRATOR_URL: url }, '/srv');
    expect(config.mode).toBe('clinic');
  });

  it('names every bad variable and no value when several are wrong', () => {
    const problems = problemsOf({
      PORT: 'eighty',
      KINFOLD_MODE: 'party',
      STAFF_ORIGIN: 'https://kinfold.example/secret-path',
      SMTP_URL: 'http://user:hunter2@mail',
      DATABASE_URL: 'postgres://u:hunter2@db/kinfold',
      TLS_CERT_FILE: 'cert.pem',
    });
    const text = problems.join('\n');
    for (const name of [
      'PORT',
      'KINFOLD_MODE',
      'STAFF_ORIGIN',
      'SMTP_URL',
      'DATABASE_AUTH_URL',
      'DATABASE_MIGRATOR_URL',
      'TLS_KEY_FILE',
    ]) {
      expect(text).toContain(name);
    }
    expect(text).not.toMatch(/hunter2|eighty|party|secret-path/);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, 'HOST'],
    [{ NODE_ENV: 'production' }, 'KINFOLD_MODE'],
    [{ PORT: '3001' }, 'PORTAL_PORT'],
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
  ])('refuses %p', (env, name) => {
    expect(problemsOf({ ...env }).join('\n')).toMatch(new RegExp(`^${name} `, 'm'));
  });
});
