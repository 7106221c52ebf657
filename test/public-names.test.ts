import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Who uses pressgraph as a library reads this in the editor, so every name says what it means where it stands. */

const src = fileURLToPath(new URL('../src', import.meta.url));

function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(src, path), 'utf8'), ts.ScriptTarget.Latest, true);
}

function isDocumented(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).length > 0;
}

/** Whether a member's type is a name of the same file that says what the member is. */
function isOfDocumentedType(member: ts.TypeElement): boolean {
  const type = ts.isPropertySignature(member) ? member.type : undefined;
  const node = type && ts.isTypeReferenceNode(type) && declared(member.getSourceFile(), type.typeName.getText());
  return Boolean(node && isDocumented(node));
}

type Named = ts.Statement & { readonly name?: ts.Identifier };

function declared(file: ts.SourceFile, name: string): ts.Node | undefined {
  return file.statements.find((statement) =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.some((declaration) => declaration.name.getText() === name)
      : (statement as Named).name?.text === name,
  );
}

/** The names that a file passes on, each with the file that it has it from. */
function passedOn(file: ts.SourceFile): { readonly name: string; readonly from: string }[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) {
      return [];
    }
    const specifier = statement.moduleSpecifier as ts.StringLiteral;
    const from = join(dirname(file.fileName), specifier.text);
    return statement.exportClause.elements.map(({ propertyName, name }) => ({
      name: (propertyName ?? name).text,
      from,
    }));
  });
}

/** Where a name stands for itself, however many files pass it on. */
function found(path: string, name: string): ts.Node | undefined {
  const file = parsed(path);
  const further = passedOn(file).find((passed) => passed.name === name);
  return further ? found(further.from, name) : declared(file, name);
}

/** Every name that `index.ts` gives out, with what it stands for. */
const names = passedOn(parsed('index.ts')).map(({ name, from }) => [name, found(from, name)] as const);

describe('what index.ts gives out', () => {
  it('is all given out by name', () => {
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter(([, node]) => !node).map(([name]) => name)).toEqual([]);
    const others = parsed('index.ts').statements.filter((statement) => !ts.isExportDeclaration(statement));
    expect(others).toEqual([]);
  });

  it.each(names)('%s says what it means, and what each of its members does', (_name, node) => {
    expect(node && isDocumented(node)).toBe(true);
    const members = node && ts.isInterfaceDeclaration(node) ? node.members : [];
    const silent = members.filter((member) => !isDocumented(member) && !isOfDocumentedType(member));
    expect(silent.map((member) => member.getText())).toEqual([]);
  });
});
