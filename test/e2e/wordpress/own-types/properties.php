<?php
// Properties that plugins add to documents: with a schema, with half of one, without one, with one that lies.

/** A property that gives what is stored under `_<name>`, whatever that is. @param array|null $schema null for none */
function harbour_property( string $kind, string $type, string $name, ?array $schema ): void {
	register_rest_field(
		$type,
		$name,
		array(
			'schema'       => $schema,
			'get_callback' => function ( $document ) use ( $kind, $name ) {
				$stored = get_metadata( $kind, $document['id'], "_$name", true );
				return '' === $stored ? null : $stored;
			},
		)
	);
}

/** With one property of each kind: of what plugins store under these names, nothing is certain. */
function harbour_ledger_schema(): array {
	return array(
		'description' => 'What the shop knows of the book.',
		'type'        => 'object',
		'properties'  => array(
			'copies'    => array( 'type' => 'integer' ),
			'weight'    => array( 'type' => 'number' ),
			'sold_out'  => array( 'type' => 'boolean' ),
			'label'     => array( 'type' => 'string' ),
			'grade'     => array( 'type' => 'string', 'enum' => array( 'A', 'B', 'C' ) ),
			'signed_on' => array( 'type' => 'string', 'format' => 'date-time' ),
			'page'      => array( 'type' => 'string', 'format' => 'uri' ),
			'mail'      => array( 'type' => 'string', 'format' => 'email' ),
			'owner'     => array( 'type' => 'integer' ),
			'sizes'     => array( 'type' => 'array', 'items' => array( 'type' => 'integer' ) ),
			'box'       => array(
				'type'       => 'object',
				'properties' => array( 'width' => array( 'type' => 'number' ), 'height' => array( 'type' => 'number' ) ),
			),
		),
	);
}

add_action(
	'rest_api_init',
	function () {
		$text = array( 'type' => 'string' );
		$book = fn( string $name, ?array $schema ) => harbour_property( 'post', 'book', $name, $schema );
		$book(
			'harbour_seo',
			array(
				'description' => 'What search engines are told.',
				'type'        => 'object',
				'context'     => array( 'view', 'edit', 'embed' ),
				'properties'  => array(
					'title'  => $text,
					'robots' => array( 'type' => 'object', 'properties' => array( 'index' => $text, 'max-snippet' => $text ) ),
					'images' => array(
						'type'  => 'array',
						'items' => array(
							'type'       => 'object',
							'properties' => array(
								'url'   => array( 'type' => 'string', 'format' => 'uri' ),
								'width' => array( 'type' => 'integer' ),
							),
						),
					),
				),
			)
		);
		// In no schema, as CMB2 and Pods do it.
		$book( 'harbour_box', null );
		$book( 'shelf_code', array( 'description' => 'Where it stands: a text, a number or both.' ) );
		// Whoever wrote it counted in words.
		$book( 'loan_count', array( 'description' => 'How often it was lent.', 'type' => 'integer' ) );
		$book( 'stock_note', array( 'description' => 'For the shop alone.', 'type' => 'string', 'context' => array( 'edit' ) ) );
		$book( 'ledger', harbour_ledger_schema() );

		// Three names that are one in camelCase.
		foreach ( array( 'prep_time', 'prepTime', 'prep-time' ) as $name ) {
			harbour_property( 'post', 'recipe', $name, array( 'type' => 'integer' ) );
		}
		// Types that are none, an empty map that PHP writes as a list, and a part that refers to the whole.
		harbour_property(
			'post',
			'place',
			'survey',
			array(
				'type'       => 'object',
				'properties' => array(
					'depth'  => array( 'type' => 'float' ),
					'berths' => array( 'type' => 'int' ),
					'rigged' => array( 'type' => 'bool' ),
					'notes'  => array( 'type' => 'object', 'properties' => array() ),
					'inner'  => array( '$ref' => '#' ),
					'untold' => array(),
				),
			)
		);
		harbour_property( 'post', 'attachment', 'palette', array( 'type' => 'array', 'items' => $text ) );
		harbour_property( 'term', 'genre', 'sign', array( 'type' => 'string', 'description' => 'What stands above the shelf.' ) );
		harbour_property( 'user', 'user', 'desk', $text );
		harbour_property( 'comment', 'comment', 'helpful', array( 'type' => 'integer', 'minimum' => 0, 'maximum' => 1000000 ) );
	}
);

// Some have it and others have not, and no schema says that there is such a thing.
add_filter(
	'rest_prepare_book',
	function ( WP_REST_Response $response, WP_Post $post ) {
		$borrower = get_post_meta( $post->ID, '_on_loan_to', true );
		if ( $borrower ) {
			$response->set_data( $response->get_data() + array( 'on_loan_to' => $borrower ) );
		}
		return $response;
	},
	10,
	2
);
