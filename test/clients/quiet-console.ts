/** What a client warns of is what its user will have to find out about: it fails the test that it happens in. */
import { afterEach, beforeEach, expect, vi } from 'vitest';

const complaints: unknown[][] = [];

beforeEach(() => {
  complaints.length = 0;
  for (const method of ['warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...args) => void complaints.push(args));
  }
});

afterEach(() => {
  expect(complaints).toEqual([]);
});
