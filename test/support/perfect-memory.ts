/**
 * A model of what is known: it remembers every answer of a site, whole, and says of each path what was said last of it.
 * It merges nothing, so nothing that is wrong with merging can be wrong here as well.
 */
import { type Json, type Members, readPath } from './asked-fields.ts';
import { leaves, type Said } from './versioned-site.ts';

/** One answer about one document. */
interface Lesson {
  readonly at: number;
  readonly fields: readonly string[];
  /** The document as it stood; `null` where it was not there. */
  readonly document: Members | null;
}

const isWithin = (path: string, whole: string) => path === whole || path.startsWith(`${whole}.`);

/** What has been heard of one document, oldest first. */
class Heard {
  readonly #lessons: readonly Lesson[];

  constructor(lessons: readonly Lesson[] = []) {
    this.#lessons = lessons;
  }

  and(lesson: Lesson): Heard {
    const last = this.#lessons.at(-1);
    // Of what is not there nothing is left, and what comes back is another document.
    const isSame = lesson.document !== null && last?.document !== null;
    return new Heard(isSame ? [...this.#lessons, lesson] : [lesson]);
  }

  get isAbsent(): boolean {
    return this.#lessons.at(-1)?.document === null;
  }

  /** When the oldest of these was last heard as a whole; `undefined` when one never was. */
  since(paths: readonly string[]): number | undefined {
    if (this.isAbsent) return this.#lessons.at(-1)?.at;
    const times = paths.map((path) => this.#lastSaying(path)?.at);
    return times.every((time) => time !== undefined) ? Math.min(...times) : undefined;
  }

  /** Whether a document says at a path what was said of it last. */
  agrees(document: Members | null, path: string): boolean {
    if (document === null || this.isAbsent) return document === null && this.isAbsent;
    const parts = path.split('.');
    const last = this.#lessons.findLast(({ fields }) =>
      fields.some((field) => isWithin(path, field) || isWithin(field, path)),
    );
    if (last && last === this.#lastSaying(path))
      return isEqual(readPath(document, parts), readPath(last.document ?? {}, parts));
    // Some of it was heard later than the whole: each of its leaves speaks for itself.
    return leaves
      .filter((leaf) => isWithin(leaf, path))
      .every((leaf) => {
        const said = this.#lastSaying(leaf)?.document ?? {};
        return isEqual(readPath(document, leaf.split('.')), readPath(said, leaf.split('.')));
      });
  }

  /** The last answer that said all of a path. */
  #lastSaying(path: string): Lesson | undefined {
    return this.#lessons.findLast(({ fields }) => fields.some((field) => isWithin(path, field)));
  }
}

export class PerfectMemory {
  #heard = new Map<string, Heard>();

  of(route: string, id: number): Heard {
    return this.#heard.get(`${route}/${id}`) ?? new Heard();
  }

  hear({ route, fields, documents, lacking }: Said, at: number): void {
    const add = (id: number, document: Members | null) => {
      this.#heard.set(`${route}/${id}`, this.of(route, id).and({ at, fields, document }));
    };
    for (const document of documents) add(document.id as number, document);
    for (const id of lacking) add(id, null);
  }

  forget(route: string, id: number): void {
    this.#heard.delete(`${route}/${id}`);
  }

  /** As it is now, whatever is heard from now on. */
  copy(): PerfectMemory {
    const copy = new PerfectMemory();
    copy.#heard = new Map(this.#heard);
    return copy;
  }
}

function isEqual(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
