// Knows what the numbers depend on and a reader therefore has to be told: processor, memory and versions.

import { availableParallelism, cpus, totalmem } from 'node:os';
import type { MeasuredSite } from './bed.ts';

export function describeMachine({ wordpressVersion, phpVersion }: MeasuredSite, posts: number): string[] {
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  return [
    `${availableParallelism()} cores of ${cpus()[0]?.model.trim() || 'an unknown processor'}, ${memory} GiB of memory`,
    `Node ${process.version.slice(1)}`,
    `WordPress ${wordpressVersion} with ${posts.toLocaleString('en-US')} posts`,
    `PHP ${phpVersion}: php-fpm with 4 processes, opcache`,
  ];
}
