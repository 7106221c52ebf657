import { describe, expect, it } from 'vitest';
import { afterAllBefore, beforeAllAfter, SiteClock } from '../../src/wordpress/site-clock.ts';

describe('the clock of a site', () => {
  it.each([
    ['Europe/Berlin', '2017-03-26T01:59:59', '2017-03-26T03:59:59'],
    ['America/New_York', '2017-03-12T01:59:59', '2017-03-12T03:59:59'],
    ['America/Sao_Paulo', '2017-10-14T23:59:59', '2017-10-15T01:59:59'],
    ['Australia/Lord_Howe', '2017-10-01T01:59:59', '2017-10-01T02:59:59'],
    ['Pacific/Apia', '2011-12-29T23:59:59', '2011-12-31T23:59:59'],
    // Over the end of a year.
    ['Pacific/Kiritimati', '1994-12-30T23:59:59', '1995-01-01T23:59:59'],
  ])('in %s has one moment from %s to %s', (zone, first, last) => {
    const clock = new SiteClock(zone);
    for (const second of [first, last]) expect(clock.momentOf(second)).toEqual({ first, last });
    const [before, after] = [clock.momentOf(first), clock.momentOf(last)].map((moment) => [
      afterAllBefore(moment) ?? '',
      beforeAllAfter(moment) ?? '',
    ])[0] as [string, string];
    for (const second of [before, after]) expect(clock.momentOf(second)).toEqual({ first: second, last: second });
  });

  it.each([
    ['Europe/Berlin', '2017-10-29T02:30:00'],
    ['Europe/Berlin', '2017-07-01T02:30:00'],
    ['UTC', '2017-03-26T02:30:00'],
    ['Asia/Tokyo', '2017-03-26T02:30:00'],
    ['Nowhere/Atall', '2017-03-26T02:30:00'],
    ['', '2017-03-26T02:30:00'],
    [null, '2017-03-26T02:30:00'],
    ['Europe/Berlin', '0001-01-01T00:00:00'],
    ['Europe/Berlin', '9998-12-31T23:59:59'],
  ])('in %s has %s for a moment', (zone, second) => {
    const moment = new SiteClock(zone).momentOf(second);
    expect(moment).toEqual({ first: second, last: second });
  });

  it('knows both ends of time', () => {
    const clock = new SiteClock('Europe/Berlin');
    const unset = clock.momentOf('-0001-11-30T00:00:00');
    expect(clock.momentOf('0000-00-00T00:00:00')).toEqual(unset);
    expect([afterAllBefore(unset), beforeAllAfter(unset)]).toEqual([undefined, '0001-01-01T00:00:00']);
    const endless = clock.momentOf('9999-12-31T23:59:59');
    expect(clock.momentOf('9999-01-01T00:00:00')).toEqual(endless);
    expect([afterAllBefore(endless), beforeAllAfter(endless)]).toEqual(['9998-12-31T23:59:59', undefined]);
  });
});
