<?php
// Prints what WordPress' own rules make of images, without a site: arguments are its root, and images as JSON.

define( 'ABSPATH', rtrim( $argv[1], '/' ) . '/' );
define( 'WPINC', 'wp-includes' );

// Nobody filters anything here.
function apply_filters( $name, $value ) {
	return $value;
}
function add_filter() {}
function add_action() {}
function add_shortcode() {}
function is_ssl() {
	return true;
}
function trailingslashit( $path ) {
	return rtrim( $path, '/' ) . '/';
}
function wp_basename( $path ) {
	return basename( $path );
}
function wp_get_upload_dir() {
	return array( 'baseurl' => 'https://site.test/wp-content/uploads' );
}
function wp_fuzzy_number_match( $expected, $actual, $precision = 1 ) {
	return abs( (float) $expected - (float) $actual ) <= $precision;
}

require ABSPATH . WPINC . '/media.php';

$printed = array();
foreach ( json_decode( $argv[2], true ) as $case ) {
	$image = $case['image'];
	$shown = $image['sizes'][ $case['shown'] ] ?? array( 'file' => basename( $image['file'] ) ) + $image;
	$shown['file'] = basename( $shown['file'] );
	$address       = wp_get_upload_dir()['baseurl'] . '/' . dirname( $image['file'] ) . '/' . $shown['file'];
	$size          = array( $shown['width'], $shown['height'] );
	$srcset        = wp_calculate_image_srcset( $size, $address, $image );
	$printed[]     = false === $srcset ? null : $srcset;
}
echo json_encode( $printed );
