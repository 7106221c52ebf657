<?php
// Prints what WordPress' own parser makes of texts, without a site: arguments are its root, and a file with the texts as JSON.

foreach ( array( '-block', '-frame', '' ) as $part ) {
	// Before 6.3, one file had all of it.
	$file = rtrim( $argv[1], '/' ) . "/wp-includes/class-wp-block-parser$part.php";
	if ( is_file( $file ) ) {
		require_once $file;
	}
}

$printed = array();
foreach ( json_decode( file_get_contents( $argv[2] ), true ) as $text ) {
	$parser    = new WP_Block_Parser();
	$printed[] = $parser->parse( $text );
}
echo json_encode( $printed, JSON_THROW_ON_ERROR, 4096 );
