import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * State stands in the object that owns it: what a module itself holds is constant. Otherwise two gateways of one process would
 * share it, and nobody would see who writes it.
 */

const src = fileURLToPath(new URL('../src', import.meta.url));

const containers = /^(Map|Set|WeakMap|WeakSet|WeakRef|LRUCache|Array)$/;
const writers = /^(set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;
/** What holds what it has been given for as long as the program runs. */
const keepers = /^(memoized|seldom)$/;

type Declared = Pick<ts.VariableDeclaration | ts.PropertyDeclaration, 'initializer' | 'type'>;

/** Names in a module that hold something which changes. */
function stateIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const written = writtenNames(file);
  const found: string[] = [];
  const look = (name: ts.Node, isConstant: boolean, { initializer, type }: Declared) => {
    const isState = holdsState(initializer, type?.getText() ?? '');
    if (!isConstant || written.has(name.getText()) || isState) found.push(name.getText());
  };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      const isConstant = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
      for (const declaration of statement.declarationList.declarations) look(declaration.name, isConstant, declaration);
    } else if (ts.isClassDeclaration(statement)) {
      for (const member of statement.members) {
        if (!ts.isPropertyDeclaration(member) || !has(member, ts.SyntaxKind.StaticKeyword)) continue;
        look(member.name, has(member, ts.SyntaxKind.ReadonlyKeyword), member);
      }
    }
  }
  return found;
}

function has(member: ts.PropertyDeclaration, kind: ts.SyntaxKind): boolean {
  return member.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

/** A container that is made empty is made to be filled, unless its type forbids that; a weak one is good for nothing else. */
function holdsState(initializer: ts.Expression | undefined, type: string): boolean {
  if (!initializer) return false;
  if (
    ts.isAsExpression(initializer) ||
    ts.isSatisfiesExpression(initializer) ||
    ts.isParenthesizedExpression(initializer)
  ) {
    return holdsState(initializer.expression, type);
  }
  if (ts.isCallExpression(initializer)) return keepers.test(initializer.expression.getText());
  if (!ts.isNewExpression(initializer)) return false;
  const name = initializer.expression.getText();
  const isFilledOnce = initializer.arguments?.length || /^readonly/i.test(type);
  return containers.test(name) && (/^(Weak|LRU)/.test(name) || !isFilledOnce);
}

/** Names whose members are written, by whatever means: `x.set()`, `x[0] = 1`, `x.y++`, `delete x.y`. */
function writtenNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const add = (node: ts.Node) => {
    let owner = node;
    while (ts.isPropertyAccessExpression(owner) || ts.isElementAccessExpression(owner)) owner = owner.expression;
    if (ts.isIdentifier(owner)) names.add(owner.text);
  };
  const isPlace = (node: ts.Node) => ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      if (writers.test(node.expression.name.text)) add(node.expression);
    } else if (ts.isBinaryExpression(node) && isPlace(node.left)) {
      const { kind } = node.operatorToken;
      if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) add(node.left);
    } else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      const isStep = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
      if (isStep && isPlace(node.operand)) add(node.operand);
    } else if (ts.isDeleteExpression(node)) add(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

describe('a module', () => {
  it('holds nothing that changes', () => {
    const found = (readdirSync(src, { recursive: true }) as string[])
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => stateIn(path, readFileSync(join(src, path), 'utf8')).map((name) => `${path}: ${name}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['let count = 0;', 'count'],
    ['export var last;', 'last'],
    ['const known = new Map<string, number>();', 'known'],
    ['const seen: ReadonlyMap<string, number> = new WeakMap();', 'seen'],
    ['const kept = new WeakMap() as WeakMap<object, string>;', 'kept'],
    ['const cache = new LRUCache({ max: 9 });', 'cache'],
    ["const filled = new Set(['a']); function f() { filled.add('b'); }", 'filled'],
    ['const list: string[] = []; function f() { list.push(1); }', 'list'],
    ['const state = { count: 0 }; function f() { state.count++; }', 'state'],
    ['const state = { a: { b: 0 } }; function f() { state.a.b = 1; }', 'state'],
    ['const state: X = {}; function f(k) { delete state[k]; }', 'state'],
    ['const once = memoized((a: string) => a);', 'once'],
    ['class A { static readonly #made = new Map<string, A>(); }', '#made'],
    ['class A { static last = 0; }', 'last'],
  ])('is found to hold state: %s', (text, name) => {
    expect(stateIn('x.ts', text)).toEqual([name]);
  });

  it.each([
    "const names = new Set(['a', 'b']);",
    'const nobody: ReadonlySet<string> = new Set();',
    "const words: ReadonlyMap<string, number> = new Map([['a', 1]]);",
    'const table = { a: 1 } as const;',
    'function f() { const own = new Map(); own.set(1, 2); let n = 0; n++; }',
    'class A { #own = new Map(); static readonly none = new A(); }',
    'const of = (list: string[]) => [...list].sort();',
  ])('is found to hold none: %s', (text) => {
    expect(stateIn('x.ts', text)).toEqual([]);
  });
});
