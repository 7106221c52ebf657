/**
 * Which elements of a schema have been asked for, and answered: fields, their arguments, members of inputs, and choices of these.
 */
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isListType,
  isObjectType,
  parse,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

export class AskedElements {
  readonly #asked = new Set<string>();
  #schema: GraphQLSchema | undefined;

  /** Takes an operation that was answered without an error. */
  take(schema: GraphQLSchema, query: string, variables: Variables = {}): void {
    this.#schema = schema;
    const types = new TypeInfo(schema);
    const document = parse(query);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: () => this.#add(types.getParentType()?.name, types.getFieldDef()?.name),
        Argument: () =>
          this.#add(types.getParentType()?.name, `${types.getFieldDef()?.name}(${types.getArgument()?.name})`),
        ObjectField: ({ name }) => this.#add(namedOf(types.getParentInputType())?.name, name.value),
        EnumValue: ({ value }) => this.#add(namedOf(types.getInputType())?.name, value),
        VariableDefinition: ({ variable, type }) => {
          const wanted = typeFromAST(schema, type);
          if (isInputType(wanted)) this.#takeValue(wanted, variables[variable.name.value]);
        },
      }),
    );
  }

  /** Everything that a client may ask for and nobody has, in the order of the schema. */
  unasked(): string[] {
    if (!this.#schema) throw new Error('Nobody has asked for anything.');
    const types = Object.values(this.#schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const inputs = new Set(types.flatMap(inputsOf));
    return types
      .flatMap((type) => {
        if (isEnumType(type)) {
          return inputs.has(type.name) ? type.getValues().map(({ name }) => `${type.name}.${name}`) : [];
        }
        if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
        if (!isObjectType(type) && !isInterfaceType(type)) return [];
        return Object.values(type.getFields()).flatMap(({ name, args }) => [
          `${type.name}.${name}`,
          ...args.map((argument) => `${type.name}.${name}(${argument.name})`),
        ]);
      })
      .filter((element) => !this.#asked.has(element));
  }

  #add(type: string | undefined, element: string | undefined): void {
    this.#asked.add(`${type}.${element}`);
  }

  #takeValue(type: GraphQLInputType, value: unknown): void {
    const wanted = getNullableType(type);
    if (value === undefined || value === null) return;
    if (isListType(wanted)) {
      for (const item of [value].flat()) this.#takeValue(wanted.ofType, item);
    } else if (isEnumType(wanted)) {
      this.#add(wanted.name, String(value));
    } else if (isInputObjectType(wanted)) {
      for (const [name, member] of Object.entries(value)) {
        this.#add(wanted.name, name);
        const field = wanted.getFields()[name];
        if (field) this.#takeValue(field.type, member);
      }
    }
  }
}

function namedOf(type: GraphQLInputType | null | undefined) {
  return type && getNamedType(type);
}

/** Types that something takes. */
function inputsOf(type: unknown): string[] {
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type).name);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ args }) =>
    args.map((argument) => getNamedType(argument.type).name),
  );
}
