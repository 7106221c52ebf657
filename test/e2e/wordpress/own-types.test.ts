import { describe, inject } from 'vitest';
import { allSuites } from './whole/all.suite.ts';

const sites = inject('wordpressSites').filter(({ profile }) => profile === 'magazine');

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_name, site) => allSuites(site));
