#!/usr/bin/env node
/**
 * Starts the command. Knows only how its process collects garbage, which has to be said before anything else is loaded; a
 * program that uses the library decides that for itself.
 *
 * V8 marks garbage on another thread, and meanwhile forgets what it has learned of short-lived objects: Node's own
 * `nextTick` then runs unoptimised for good, and writing a known answer takes 21 microseconds instead of 15. When garbage
 * is marked in steps on the main thread, that does not happen.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--no-concurrent-marking');
await import('./command.ts');
