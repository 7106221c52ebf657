import { describe, expect, it } from 'vitest';
import { everything } from '../../src/store/change.ts';
import { createChanges } from '../../src/store/changes.ts';

const [posts, pages] = ['/wp/v2/posts', '/wp/v2/pages'];

describe('what was asked for at a moment', () => {
  it('is current until its collection changes, or everything does', () => {
    const changes = createChanges();
    const first = changes.now;
    changes.announce({ route: pages });
    expect([first.isCurrent(posts), first.isCurrent(pages)]).toEqual([true, false]);
    const second = changes.now;
    expect([second.isCurrent(posts), second.isCurrent(pages)]).toEqual([true, true]);
    changes.announce(everything);
    expect([second.isCurrent(posts), second.isCurrent(pages)]).toEqual([false, false]);
    expect(changes.now.isCurrent(posts)).toBe(true);
    changes.announce({ route: posts, ids: [1] });
    expect(changes.now.isCurrent(posts)).toBe(true);
  });

  it('has missed what was announced since, as long as that is remembered', () => {
    const changes = createChanges();
    changes.announce({ route: pages });
    const moment = changes.now;
    expect(moment.missed()).toEqual([]);
    changes.announce({ route: posts, ids: [1] });
    changes.announce(everything);
    expect(moment.missed()).toEqual([{ route: posts, ids: [1] }, everything]);
    for (let id = 0; id < 200; id++) changes.announce({ route: posts, ids: [id] });
    expect(moment.missed()).toBeUndefined();
    expect(moment.isCurrent(posts)).toBe(false);
  });

  it('is out of date already for those who hear of the change', () => {
    const changes = createChanges();
    const moment = changes.now;
    const heard: boolean[] = [];
    changes.listen(({ route }) => heard.push(moment.isCurrent(route), changes.now.isCurrent(route)));
    changes.announce({ route: posts });
    expect(heard).toEqual([false, true]);
  });

  it('is the same moment with what a remote cache says of it', () => {
    const changes = createChanges();
    const moment = changes.now.withRemote('a generation');
    expect([moment.remote, changes.now.remote]).toEqual(['a generation', undefined]);
    expect(changes.now.withRemote(undefined)).toBe(changes.now);
    changes.announce({ route: posts });
    expect(moment.isCurrent(posts)).toBe(false);
  });
});

it('ends listening for the one that ends it', () => {
  const changes = createChanges();
  const heard: string[] = [];
  const end = changes.listen(() => heard.push('one'));
  changes.listen(() => heard.push('other'));
  changes.announce(everything);
  end();
  changes.announce(everything);
  expect(heard).toEqual(['one', 'other', 'other']);
});
