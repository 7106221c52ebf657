/**
 * GraphQL documents that were parsed and found valid, so that one that is sent again need not be.
 * Knows what a document takes in memory. What was refused is not kept: an error of graphql-js holds on to a hundred times its
 * own size, and clients that make sense send none again and again.
 */
import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

/** Measured with graphql 16: 250 to 510 bytes for each token with its node and location, some 90 for each comment. */
const tokenBytes = 600;
const commentBytes = 100;
const documentBytes = 1_000;

export interface ParsedDocuments {
  find(text: string): DocumentNode | undefined;
  keep(text: string, document: DocumentNode): void;
  /** What is kept takes, in bytes. */
  readonly bytes: number;
}

export function createParsedDocuments(maxBytes: number): ParsedDocuments {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: Math.max(1, maxBytes), sizeCalculation });
  return {
    find: (text) => documents.get(text),
    keep(text, document) {
      documents.set(text, document);
    },
    get bytes() {
      return documents.calculatedSize;
    },
  };
}

function sizeCalculation({ tokenCount = 0 }: DocumentNode, text: string): number {
  // Comments are no tokens, but they are in the list of them.
  const comments = text.split('#').length - 1;
  return documentBytes + 2 * text.length + tokenBytes * tokenCount + commentBytes * comments;
}

export function useParsedDocuments(kept: ParsedDocuments): Plugin {
  const texts = new WeakMap<DocumentNode, string>();
  const valid = new WeakSet<DocumentNode>();
  return {
    onParse({ params: { source }, setParsedDocument }) {
      const text = source.toString();
      const known = kept.find(text);
      if (known) setParsedDocument(known);
      return ({ result }) => {
        if (result && !(result instanceof Error)) texts.set(result, text);
      };
    },
    onValidate({ params: { documentAST }, setResult }) {
      if (valid.has(documentAST)) {
        setResult([]);
        return undefined;
      }
      return ({ valid: isValid }) => {
        const text = texts.get(documentAST);
        if (!isValid || text === undefined) return;
        valid.add(documentAST);
        kept.keep(text, documentAST);
      };
    },
  };
}
