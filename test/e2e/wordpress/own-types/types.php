<?php
// Types and taxonomies of the magazine's own, as plugins register them, and arguments that a plugin adds to a collection.

/** Names as the dashboard shows them; core makes the rest of them from these. */
function harbour_labels( string $plural, string $one ): array {
	return array( 'name' => $plural, 'singular_name' => $one );
}

add_action(
	'init',
	function () {
		register_taxonomy(
			'genre',
			array( 'book', 'recipe' ),
			array(
				'labels'       => harbour_labels( 'Genres', 'Genre' ),
				'hierarchical' => true,
				'show_in_rest' => true,
				'rest_base'    => 'genres',
			)
		);
		// Without a rest_base: its own name stands in addresses.
		register_taxonomy(
			'season',
			array( 'recipe', 'place' ),
			array(
				'labels'       => harbour_labels( 'Seasons', 'Season' ),
				'show_in_rest' => true,
			)
		);
		register_post_type(
			'book',
			array(
				'labels'       => harbour_labels( 'Books', 'Book' ),
				'description'  => 'Books that the magazine has read, sold or lent.',
				'public'       => true,
				'has_archive'  => 'books',
				'rewrite'      => array( 'slug' => 'books' ),
				'show_in_rest' => true,
				'rest_base'    => 'books',
				'taxonomies'   => array( 'post_tag' ),
				'supports'     => array( 'title', 'editor', 'author', 'thumbnail', 'excerpt', 'comments', 'custom-fields' ),
			)
		);
		// Places lie in places. Without custom fields: `meta` is not among what they have.
		register_post_type(
			'place',
			array(
				'labels'       => harbour_labels( 'Places', 'Place' ),
				'public'       => true,
				'hierarchical' => true,
				'rewrite'      => array( 'slug' => 'places' ),
				'show_in_rest' => true,
				'rest_base'    => 'places',
				'supports'     => array( 'title', 'editor', 'author', 'page-attributes' ),
			)
		);
		// Neither bodies nor authors, and a base that has nothing to do with its name.
		register_post_type(
			'recipe',
			array(
				'labels'       => harbour_labels( 'Recipes', 'Recipe' ),
				'public'       => true,
				'show_in_rest' => true,
				'rest_base'    => 'kitchen-recipes',
				'supports'     => array( 'title', 'thumbnail', 'custom-fields' ),
			)
		);
		// Its plugin has lost the class that should answer: the list of types names it, and no route leads to it.
		register_post_type(
			'berth',
			array(
				'labels'                => harbour_labels( 'Berths', 'Berth' ),
				'public'                => true,
				'show_in_rest'          => true,
				'rest_base'             => 'berths',
				'rest_controller_class' => 'Harbour_Berths_Controller',
			)
		);
	}
);

add_filter(
	'rest_book_collection_params',
	function ( array $params ): array {
		$params['pages_min'] = array(
			'description' => 'Limit result set to books of at least so many pages.',
			'type'        => 'integer',
			'minimum'     => 0,
		);
		$params['language']  = array(
			'description' => 'Limit result set to books in a language.',
			'type'        => 'string',
			'enum'        => array( 'en', 'de', 'pt', 'ja' ),
		);
		return $params;
	}
);

add_filter(
	'rest_book_query',
	function ( array $arguments, WP_REST_Request $request ): array {
		$conditions = array();
		if ( null !== $request['pages_min'] ) {
			$conditions[] = array( 'key' => 'page_count', 'value' => $request['pages_min'], 'type' => 'NUMERIC', 'compare' => '>=' );
		}
		if ( null !== $request['language'] ) {
			$conditions[] = array( 'key' => 'language', 'value' => $request['language'] );
		}
		return $conditions ? array( 'meta_query' => $conditions ) + $arguments : $arguments;
	},
	10,
	2
);
