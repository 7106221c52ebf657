/**
 * What the inputs of a schema need to know of it while it is made.
 */
import type { Registry } from '../../graph/registry.ts';
import type { Resource } from '../../wordpress/resources.ts';
import type { Builder } from './builder.ts';
import type { NestedTypeNames } from './field-names.ts';
import type { Names } from './names.ts';

/** A schema's builder, with what the schema calls the resources of its site. */
export interface Vocabulary {
  readonly builder: Builder;
  readonly registry: Registry;
  readonly typeNames: NestedTypeNames;
  namesOf(resource: Resource): Names;
}
