import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/config-error.ts';
import { fieldsAround, typesAround } from '../../../src/dialects/pressgraph/core-vocabulary.ts';
import { coreNames } from '../../../src/dialects/pressgraph/names.ts';
import { namesOfSite, type Renames } from '../../../src/dialects/pressgraph/site-names.ts';
import { coreSite, type Resource } from '../../../src/wordpress/resources.ts';
import { fc } from '../../support/chance.ts';

interface Own {
  readonly type: string;
  /** `rest_base`; the slug when left out, as in WordPress. */
  readonly name?: string;
  readonly family?: 'content' | 'term';
  readonly label?: string;
  readonly description?: string;
}

const [post, category] = ['post', 'category'].map((type) =>
  coreSite.resources.find((resource) => resource.type === type),
) as [Resource, Resource];

function resource({ type, name = type, family = 'content', label = '', description = '' }: Own): Resource {
  const core = family === 'term' ? category : post;
  return { ...core, type, name, route: `/wp/v2/${name}`, label, description };
}

const site = (...own: Own[]) => [...coreSite.resources, ...own.map(resource)];

/** Type, look-up and list of what is the site's own, by slug and family. */
function named(resources: readonly Resource[], renames: Renames = {}): Readonly<Record<string, string>> {
  const own = [...namesOfSite(resources, renames)].filter(([resource]) => !coreSite.resources.includes(resource));
  return Object.fromEntries(
    own.map(([{ type, family }, { type: name, one, many }]) => [`${family} ${type}`, `${name} ${one} ${many}`]),
  );
}

describe('names of a type', () => {
  it.each<[string, string, string]>([
    // What WordPress takes for `rest_base` where a type names none is its slug.
    ['book', 'book', 'Book book books'],
    ['book', 'library', 'Book book library'],
    ['case_study', 'case-studies', 'CaseStudy caseStudy caseStudies'],
    ['case-study', 'case-study', 'CaseStudy caseStudy caseStudies'],
    ['person', 'person', 'Person person people'],
    ['box', 'box', 'Box box boxes'],
    ['news', 'news', 'News news allNews'],
    ['events', 'events', 'Events events allEvents'],
    ['caseStudy', 'caseStudies', 'CaseStudy caseStudy caseStudies'],
    ['FAQ', 'FAQ', 'Faq faq faqs'],
    ['team', 'shop/people/team/', 'Team team teams'],
    ['1st-class', '1st-class', '_1stClass _1stClass _1stClasses'],
    ['städte', 'städte', 'Stadte stadte stadtes'],
    ['книга', 'книги', 'Kniga kniga knigi'],
    ['constructor', 'constructor', 'Constructor constructor constructors'],
    ['__proto__', '__proto__', 'Proto proto protos'],
    ['true', 'null', 'True true null'],
    ['---', '---', 'U2du2du2d u2du2du2d u2du2du2ds'],
    ['site', 'sites', 'SiteContent siteContent sites'],
    ['node', 'node', 'NodeContent nodeContent nodeContents'],
    ['int', 'int', 'IntContent intContent ints'],
    ['movie', 'posts', 'Movie movie movieContents'],
    ['movie', 'title', 'Movie movie movieContents'],
    ['book_edge', 'book-edges', 'BookEdgeContent bookEdgeContent bookEdges'],
    ['related_book', 'related', 'RelatedBookContent relatedBookContent relatedBookContents'],
    ['standby', 'standby', 'Standby standby standbies'],
  ])('of %j at %j are %s', (type, name, names) => {
    expect(named(site({ type, name }))).toEqual({ [`content ${type}`]: names });
  });

  it('says of a type what the site says, no longer than people read', () => {
    const [names] = namesOfSite([
      resource({ type: 'movie', label: 'M'.repeat(10_000), description: 'x'.repeat(10_000) }),
    ]).values();
    expect(names?.description.length).toBeLessThan(700);
    expect(names?.words.many.length).toBeLessThan(110);
  });

  it('are told apart from those of a taxonomy with its slug', () => {
    const both = site({ type: 'genre' }, { type: 'genre', family: 'term' });
    expect(named(both)).toEqual({
      'content genre': 'Genre genre genres',
      'term genre': 'GenreTerm genreTerm genreTerms',
    });
    expect(named(both, { genre: { name: 'Kind' } })).toEqual({
      'content genre': 'Kind kind kinds',
      'term genre': 'Genre genre genres',
    });
  });

  it('are told apart where slugs differ in signs only, or lists in their path', () => {
    expect(named(site({ type: 'foo-bar', name: 'a/list' }, { type: 'foo_bar', name: 'b/list' }))).toEqual({
      'content foo-bar': 'FooBar fooBar list',
      'content foo_bar': 'FooBarContent fooBarContent fooBarContents',
    });
  });

  it("are a taxonomy's of the site, whatever core type has its slug", () => {
    expect(named(site({ type: 'author', family: 'term' }, { type: 'page', family: 'term' }))).toEqual({
      'term author': 'AuthorTerm authorTerm authorTerms',
      'term page': 'PageTerm pageTerm pageTerms',
    });
  });

  it('say what the site says', () => {
    const [, names] = [
      ...namesOfSite([resource({ type: 'case_study', label: 'Case Studies', description: 'What we did.' })]),
    ].at(-1) as [Resource, { words: object; description: string }];
    expect(names).toMatchObject({
      words: { one: 'case study', many: 'case studies' },
      description: '"Case Studies", a type of the site\'s own. In its words: What we did.',
    });
  });
});

describe('names of a site', () => {
  const slug = fc.oneof(
    fc.constantFrom(
      'book',
      'books',
      'book_edge',
      'related_book',
      'Book',
      'query',
      'type',
      'title',
      'site',
      '__x',
      '1',
      '',
    ),
    fc.stringMatching(/^[ab_-]{1,5}$/),
    fc.string({ unit: 'binary', maxLength: 150 }),
  );
  const own = fc.record({ type: slug, name: slug, family: fc.constantFrom('content' as const, 'term' as const) });
  const isOwn = ({ type, family }: Own) =>
    !coreSite.resources.some((core) => core.type === type && core.family === family);
  const owns = fc.uniqueArray(own.filter(isOwn), {
    maxLength: 25,
    selector: ({ type, family }) => `${family} ${type}`,
  });

  it('are valid, distinct with all that is made of them, the same in any order, and core keeps its own', () => {
    fc.assert(
      fc.property(owns, fc.nat(), (own, turn) => {
        const all = site(...own);
        const names = namesOfSite(all);
        expect([...names.keys()]).toEqual(all);
        for (const core of coreSite.resources) expect(names.get(core)).toBe(coreNames[core.type]);
        const types = [...names.values()].flatMap(({ type }) => typesAround(type));
        expect(new Set(types).size).toBe(types.length);
        const roots = [...names.values()].flatMap(({ one, many }) => [one, many]);
        expect(new Set(roots).size).toBe(roots.length);
        const lists = [...names.values()].flatMap(({ many }) => fieldsAround(many));
        expect(new Set(lists).size).toBe(lists.length);
        const isName = (name: string) => /^(?!__)[_A-Za-z][_A-Za-z\d]*$/.test(name) && name.length <= 100;
        expect(
          [...names.values()].flatMap(({ type, one, many }) => [type, one, many]).filter((name) => !isName(name)),
        ).toEqual([]);
        expect([...names.values()].filter(({ words }) => words.one === '' && words.many === '')).toEqual([]);

        const at = turn % all.length;
        const turned = [...all.slice(at), ...all.slice(0, at)].reverse();
        expect(named(turned)).toEqual(named(all));
      }),
      { numRuns: 300 },
    );
  });

  it('stay when a type comes that wants none of them', () => {
    const before = site({ type: 'book' }, { type: 'book_edge' }, { type: 'genre', family: 'term' });
    const after = site(
      { type: 'author_book' },
      { type: 'book' },
      { type: 'book_edge' },
      { type: 'genre', family: 'term' },
    );
    expect(named(after)).toMatchObject(named(before));
  });

  it('do not depend on a type of which one looks made', () => {
    const alone = named(site({ type: 'book_where' }))['content book_where'];
    expect(named(site({ type: 'book' }, { type: 'book_where' }))).toEqual({
      'content book': 'Book book books',
      'content book_where': alone,
    });
  });
});

describe('names that the configuration gives', () => {
  const movies = site({ type: 'movie' }, { type: 'book' });

  it.each<[Renames[string], string]>([
    [{ name: 'Film', plural: 'films' }, 'Film film films'],
    [{ name: 'Film' }, 'Film film films'],
    [{ plural: 'films' }, 'Movie movie films'],
    [{ name: 'News' }, 'News news allNews'],
    [{ name: 'FilmOfTheYear', plural: 'best' }, 'FilmOfTheYear filmOfTheYear best'],
    [{}, 'Movie movie movies'],
  ])('%j', (rename, names) => {
    expect(named(movies, { movie: rename })).toEqual({ 'content movie': names, 'content book': 'Book book books' });
  });

  it('may be those of another type that has another as well', () => {
    expect(named(movies, { movie: { name: 'Book' }, book: { name: 'Movie' } })).toEqual({
      'content movie': 'Book book books',
      'content book': 'Movie movie movies',
    });
  });

  it('say what it is called in sentences', () => {
    const names = namesOfSite([resource({ type: 'movie', label: 'Movies' })], { movie: { name: 'ShortFilm' } });
    expect([...names.values()][0]?.words).toEqual({ one: 'short film', many: 'short films' });
  });

  it.each<[Renames, string]>([
    [
      { post: { name: 'Story' } },
      'types.post: is "Post" on every site; only a site\'s own types and taxonomies can be renamed.',
    ],
    [
      { movie: { name: 'Page' } },
      'types.movie.name: "Page" is what the graph itself has already, or what is made for it; choose another name.',
    ],
    [{ movie: { name: 'PostEdge' } }, 'types.movie.name: "PostEdge" is what the graph itself has already'],
    [{ movie: { name: 'FilmWhere' } }, 'types.movie.name: "FilmWhere" is what the graph itself has already'],
    [{ movie: { plural: 'title' } }, 'types.movie.plural: "title" is what the graph itself has already'],
    [{ movie: { name: 'Book' } }, 'types.movie.name: "Book" is what "book" of the site has already'],
    [{ movie: { plural: 'books' } }, 'types.movie.plural: "books" is what "book" of the site has already'],
    [
      { movie: { name: 'Film' }, book: { name: 'Film' } },
      'types.movie.name: "Film" is what "book" of the site has already',
    ],
  ])('%j is refused', (renames, message) => {
    expect(() => namesOfSite(movies, renames)).toThrow(ConfigError);
    expect(() => namesOfSite(movies, renames)).toThrow(message);
  });

  it('are left out of account for what the site does not have', () => {
    const renames = { film: { name: 'Film' }, movie: { name: 'Movie' } };
    expect(named(movies, renames)).toEqual(named(movies));
  });
});
