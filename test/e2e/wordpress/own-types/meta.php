<?php
// Custom fields as plugins register them, with every type that JSON Schema has, on documents, terms, users, comments and media.

/** @param array $schema what JSON Schema says of the value; of a list of rows, of one of them */
function harbour_meta( string $kind, string $subtype, string $key, string $type, array $schema = array(), array $more = array() ): void {
	$shown = $schema ? array( 'schema' => $schema ) : true;
	if ( isset( $more['name'] ) ) {
		$shown = array( 'name' => $more['name'] ) + ( true === $shown ? array() : $shown );
		unset( $more['name'] );
	}
	register_meta(
		$kind,
		$key,
		$more + array( 'object_subtype' => $subtype, 'type' => $type, 'single' => true, 'show_in_rest' => $shown )
	);
}

add_action(
	'init',
	function () {
		$text   = array( 'type' => 'string' );
		$number = array( 'type' => 'number' );
		$book   = fn( ...$field ) => harbour_meta( 'post', 'book', ...$field );
		$book( 'subtitle', 'string', array(), array( 'description' => 'What stands below the title.' ) );
		$book( 'page_count', 'integer' );
		// Does not fit into 32 bits.
		$book( 'isbn', 'integer' );
		$book( 'copies', 'integer', array( 'minimum' => 0, 'maximum' => 5000 ) );
		$book( 'weight_kg', 'number' );
		$book( 'is_signed', 'boolean', array(), array( 'default' => false ) );
		$book( 'language', 'string', array( 'enum' => array( 'en', 'de', 'pt', 'ja' ) ) );
		// Values that are no names of a GraphQL enum, and one that stands for none.
		$book( 'verdict', 'string', array( 'enum' => array( '', 'two-thumbs', '4', 'read it again' ) ) );
		$book( 'keywords', 'array', array( 'items' => $text ) );
		$book( 'related_ids', 'array', array( 'items' => array( 'type' => 'integer' ) ) );
		$book(
			'editions',
			'array',
			array(
				'items' => array(
					'type'       => 'object',
					'properties' => array(
						'year'      => array( 'type' => 'integer' ),
						'publisher' => $text,
						'binding'   => array( 'type' => 'string', 'enum' => array( 'hardcover', 'paperback' ) ),
					),
				),
			)
		);
		$book( 'dimensions', 'object', array( 'properties' => array( 'width' => $number, 'height' => $number, 'unit' => $text ) ) );
		$book( 'translated_titles', 'object', array( 'additionalProperties' => $text ) );
		$book( 'printed_at', 'string', array( 'format' => 'date-time' ) );
		$book( 'website', 'string', array( 'format' => 'uri' ) );
		$book( 'contact', 'string', array( 'format' => 'email' ) );
		$book( 'reader', 'string', array(), array( 'single' => false ) );
		$book( '1digit', 'string' );
		$book( 'm-dash key', 'string' );
		$book( '_harbour_note', 'string', array(), array( 'name' => 'note' ) );

		$recipe = fn( ...$field ) => harbour_meta( 'post', 'recipe', ...$field );
		$recipe( 'minutes', 'integer', array( 'minimum' => 0, 'maximum' => 1440 ) );
		$recipe( 'vegan', 'boolean' );
		// Of the name of a book's field, and of another type.
		$recipe( 'verdict', 'number' );
		$recipe( 'ingredients', 'array', array( 'items' => $text ) );

		harbour_meta( 'post', 'attachment', 'credit', 'string' );

		$genre = fn( ...$field ) => harbour_meta( 'term', 'genre', ...$field );
		$genre( 'shelf', 'string' );
		$genre( 'shelf_number', 'integer' );
		$genre( 'colours', 'array', array( 'items' => $text ) );

		harbour_meta( 'user', '', 'boat', 'string' );
		harbour_meta( 'user', '', 'years_at_sea', 'integer' );
		harbour_meta( 'user', '', 'language', 'string', array(), array( 'single' => false ) );

		harbour_meta( 'comment', 'comment', 'wind_force', 'integer', array( 'minimum' => 0, 'maximum' => 12 ) );
	}
);
