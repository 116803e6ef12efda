import { runCommand } from './commands';
import type { Terminal } from './terminal';

function collecting() {
  const said: string[] = [];
  const complained: string[] = [];
  const terminal: Terminal = { say: (line) => said.push(line), complain: (line) => complained.push(line) };
  return { terminal, said, complained };
}

describe('runCommand', () => {
  it('ends with 2 and prints the list when the command is unknown', async () => {
    const { terminal, said, complained } = collecting();
    expect(await runCommand(['strat'], terminal)).toBe(2);
    expect(said).toEqual([]);
    expect(complained.join()).toMatch(/There is no command "strat"\.[^]*start {2,}starts/);
  });

  it.each([[[]], [['help']], [['--help']], [['-h']]])(
    'prints every command when asked with %j',
    async (line: string[]) => {
      const { terminal, said } = collecting();
      expect(await runCommand(line, terminal)).toBe(0);
      for (const name of ['start', 'migrate', 'db:roles', 'demo:load --families N', 'demo:reset', 'version', 'help']) {
        expect(said.join()).toContain(`  ${name} `);
      }
    },
  );

  it('prints both versions when asked', async () => {
    const { terminal, said } = collecting();
    expect(await runCommand(['--version'], terminal)).toBe(0);
    expect(said.join()).toMatch(/^Kinfold \d+\.\d+\.\d+ on Node \d+\.\d+\.\d+$/);
  });

  it('prints roles with passwords of their own each time when an administrator asks', async () => {
    const [first, second] = [collecting(), collecting()];
    await runCommand(['db:roles'], first.terminal);
    await runCommand(['db:roles'], second.terminal);
    const passwords = [...first.said.join('\n').matchAll(/PASSWORD '([^']{32})'/g)].map((match) => match[1]);
    expect(new Set(passwords).size).toBe(3);
    for (const password of passwords) {
      expect(first.said.join('\n')).toContain(`:${password}@HOST:5432/kinfold`);
      expect(second.said.join('\n')).not.toContain(password);
    }
  });

  it.each([
    [[]],
    [['--families']],
    [['--families', '0']],
    [['--families', '10001']],
    [['--families', 'many']],
    [['--familes', '3']],
  ])('ends with 2 and changes nothing when demo:load gets %j', async (parameters: string[]) => {
    const { terminal, complained } = collecting();
    expect(await runCommand(['demo:load', '--', ...parameters], terminal)).toBe(2);
    expect(complained.join()).toContain('--families 1000');
  });
});
