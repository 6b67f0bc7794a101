// @vitest-environment jsdom

import { Lexer } from 'marked';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { Markdown } from '../../../components/rich-text/markdown';
import { extensions } from '../../../components/rich-text/markdown-syntax';
import { root, show, useMarkdown } from '../../support/markdown';
import { stepsOf } from '../../support/steps';

useMarkdown();

describe('a long note', () => {
  const line = 'A **line** with $x_1$ in it.\n\n';
  const long = line.repeat(Math.ceil(1_000_000 / line.length));

  it('is shown without a freeze, the rest of it plain and when asked for', async () => {
    const shown = await show(long);
    expect(shown.textContent.length).toBeLessThan(20_001);
    expect(shown.querySelectorAll('strong').length).toBeGreaterThan(500);
    expect(root.querySelector('.raw-note')).toBeNull();
    act(() => root.querySelector('button')?.click());
    const rest = [...root.querySelectorAll('.raw-note')].map(({ textContent }) => textContent);
    expect(rest.join('')).toBe(long.slice(-rest.join('').length));
    expect(rest.join('').length).toBeGreaterThan(long.length - 20_001);
  });

  it('of one line is cut between characters', async () => {
    const shown = await show(`a${'😀'.repeat(15_000)}`);
    expect(encodeURIComponent(shown.textContent)).not.toBe('');
  });

  it('is not looked through for a formula at each of its words', () => {
    const formula = extensions.find(({ name }) => name === 'formula');
    const lexer = { lexer: new Lexer() };
    const steps = stepsOf(() => formula?.tokenizer.call(lexer, 'a '.repeat(10_000), []));
    expect(steps).toBeLessThan(100);
  });

  it('nested too deeply to format is shown as it was written', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const text = '> '.repeat(9000);
    render(<Markdown text={text} />, root);
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    expect(root.textContent).toBe(text);
    told.mockRestore();
  });
});
