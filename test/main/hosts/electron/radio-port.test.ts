import { describe, expect, test } from 'vitest';
import { radioStarter } from '../../../../src/main/hosts/electron/radio-port.ts';
import { Utility } from './double.ts';

describe('the radio’s process', () => {
  test('is a utility process that is told, heard, and ended', () => {
    const utility = new Utility();
    const port = radioStarter(utility, '/kit/radio.js')();
    const heard: unknown[] = [];
    const ended: unknown[] = [];
    port.onMessage((message) => heard.push(message));
    port.onExit((code) => ended.push(code));
    port.send({ say: 'listen' });
    const [{ file, child } = { file: '', child: null }] = utility.forks;
    expect(file).toBe('/kit/radio.js');
    expect(child?.told).toEqual([{ say: 'listen' }]);
    child?.emit('message', { say: 'ready' });
    expect(heard).toEqual([{ say: 'ready' }]);
    port.kill();
    expect(child?.killed).toBe(true);
    child?.emit('exit', 0);
    child?.emit('exit', 0);
    expect(ended).toEqual([0]);
  });

  test('prints nothing, since what it prints may name a phone', () => {
    const utility = new Utility();
    radioStarter(utility, '/kit/radio.js')();
    expect(utility.forks.map(({ options }) => options.stdio)).toEqual(['ignore']);
  });
});
