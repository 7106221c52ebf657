<?php
/**
 * Plugin Name: pressgraph announcements
 * Description: Tells a pressgraph gateway what has changed on this site, so that it serves the new at once instead of at its next look.
 *
 * A must-use plugin: lay it into wp-content/mu-plugins (PHP 7 or newer), and tell wp-config.php where the gateway is and the secret that it has
 * as PRESSGRAPH_WEBHOOK_SECRET:
 *
 *     define( 'PRESSGRAPH_WEBHOOK', 'https://graph.example.org/webhook' );
 *     define( 'PRESSGRAPH_WEBHOOK_SECRET', 'at least 32 random characters' );
 *
 * PRESSGRAPH_WEBHOOK may be an array, for gateways that share no Redis. Both may be variables of the environment instead.
 *
 * It announces documents, terms, users and comments that WordPress itself no longer believes to know (its `clean_*_cache`
 * actions, deletions among them), and changes of their custom fields. Revisions, and what REST does not show, are left out.
 * What one request changes is sent in one go at its end, and nobody waits for the answer.
 *
 * @package pressgraph
 */

namespace Pressgraph;

defined( 'ABSPATH' ) || exit;

/** Remembers what has changed until the end of the request, and announces it then. */
final class Announcements {

	/** Of one announcement; a gateway takes 100,000 bytes. */
	const MOST = 1000;

	/** Custom fields that say who is editing, or that WordPress keeps for itself. */
	const UNSEEN = array( '_edit_lock', '_edit_last', '_encloseme', '_pingme', '_wp_old_slug', '_wp_old_date', '_wp_trash_meta_status', '_wp_trash_meta_time', '_wp_desired_post_slug' );

	/** @var string[] Where gateways listen. */
	private $webhooks;

	/** @var string */
	private $secret;

	/** @var array<string, array{type: string, id: int}> By type and id, so that each is announced once. */
	private $changes = array();

	/**
	 * @param string[] $webhooks Where gateways listen.
	 * @param string   $secret   What signs.
	 */
	public function __construct( array $webhooks, string $secret ) {
		$this->webhooks = $webhooks;
		$this->secret   = $secret;
	}

	/** Listens to what WordPress says of its own caches, and to what these do not tell. */
	public function listen() {
		add_action( 'clean_post_cache', array( $this, 'add_post' ), 10, 2 );
		add_action( 'clean_attachment_cache', array( $this, 'add_post' ) );
		// The last moment at which what goes still says of what kind it is.
		add_action( 'deleted_post', array( $this, 'add_post' ), 10, 2 );
		add_action( 'clean_term_cache', array( $this, 'add_terms' ), 10, 2 );
		add_action( 'set_object_terms', array( $this, 'add_terms_of' ), 10, 4 );
		add_action( 'clean_user_cache', array( $this, 'add_user' ) );
		add_action( 'clean_comment_cache', array( $this, 'add_comment' ) );
		// Spam that waits for approval changes nothing that a visitor sees.
		add_action(
			'wp_insert_comment',
			function ( $id, $comment ) {
				if ( '1' === (string) $comment->comment_approved ) {
					$this->add_comment( $id );
				}
			},
			10,
			2
		);
		foreach ( array( 'added', 'updated', 'deleted' ) as $what ) {
			foreach ( array( 'post', 'term', 'comment' ) as $kind ) {
				add_action(
					"{$what}_{$kind}_meta",
					function ( $meta, $id, $key ) use ( $kind ) {
						if ( ! in_array( $key, self::UNSEEN, true ) ) {
							$this->add_meta_of( $kind, (int) $id );
						}
					},
					10,
					3
				);
			}
		}
		add_action( 'shutdown', array( $this, 'send' ) );
	}

	/**
	 * @param int           $id   Of a post, page, attachment or document of another type.
	 * @param \WP_Post|null $post As it is, or was.
	 */
	public function add_post( $id, $post = null ) {
		$post = $post instanceof \WP_Post ? $post : get_post( $id );
		if ( ! $post || 'auto-draft' === $post->post_status ) {
			return;
		}
		$type = get_post_type_object( $post->post_type );
		if ( $type && $type->show_in_rest ) {
			$this->add( $post->post_type, (int) $id );
		}
	}

	/**
	 * @param int[]|int $ids      Of terms.
	 * @param string    $taxonomy Theirs.
	 */
	public function add_terms( $ids, $taxonomy ) {
		$type = get_taxonomy( $taxonomy );
		if ( $type && $type->show_in_rest ) {
			foreach ( (array) $ids as $id ) {
				$this->add( $taxonomy, (int) $id );
			}
		}
	}

	/**
	 * A document has other terms than before, which says nothing of the document's own cache.
	 *
	 * @param int    $id       Of the document.
	 * @param array  $terms    Its terms, by name or id.
	 * @param int[]  $tt_ids   The same, as the database knows them.
	 * @param string $taxonomy Theirs.
	 */
	public function add_terms_of( $id, $terms, $tt_ids, $taxonomy ) {
		if ( is_object_in_taxonomy( (string) get_post_type( $id ), $taxonomy ) ) {
			$this->add_post( $id );
		}
	}

	/** @param int $id Of a user. */
	public function add_user( $id ) {
		$this->add( 'user', (int) $id );
	}

	/** @param int $id Of a comment. */
	public function add_comment( $id ) {
		$this->add( 'comment', (int) $id );
	}

	/**
	 * @param string $kind Of object: post, term, comment.
	 * @param int    $id   Its own.
	 */
	private function add_meta_of( string $kind, int $id ) {
		if ( 'post' === $kind ) {
			$this->add_post( $id );
		} elseif ( 'comment' === $kind ) {
			$this->add_comment( $id );
		} else {
			$term = get_term( $id );
			if ( $term instanceof \WP_Term ) {
				$this->add_terms( $id, $term->taxonomy );
			}
		}
	}

	private function add( string $type, int $id ) {
		if ( $id > 0 ) {
			$this->changes[ "$type $id" ] = compact( 'type', 'id' );
		}
	}

	/** Announces what has changed since the last time. */
	public function send() {
		foreach ( array_chunk( array_values( $this->changes ), self::MOST ) as $changes ) {
			// A gateway takes each announcement once: the same change twice in a second is not the same announcement.
			$changes[0]['sent'] = wp_generate_uuid4();
			$this->post( (string) wp_json_encode( $changes ) );
		}
		$this->changes = array();
	}

	private function post( string $body ) {
		$time      = (string) time();
		$signature = hash_hmac( 'sha256', "$time.$body", $this->secret );
		foreach ( $this->webhooks as $webhook ) {
			wp_remote_post(
				$webhook,
				array(
					'blocking' => false,
					'timeout'  => 2,
					'body'     => $body,
					'headers'  => array(
						'Content-Type'           => 'application/json',
						'X-Pressgraph-Timestamp' => $time,
						'X-Pressgraph-Signature' => "sha256=$signature",
					),
				)
			);
		}
	}
}

/**
 * @param string $name Of a constant in wp-config.php, or of a variable.
 * @return string[] Its values; none where it is not set.
 */
function configured( string $name ): array {
	$value = defined( $name ) ? constant( $name ) : getenv( $name );
	return array_values( array_filter( array_map( 'strval', (array) $value ) ) );
}

$webhooks = configured( 'PRESSGRAPH_WEBHOOK' );
$secrets  = configured( 'PRESSGRAPH_WEBHOOK_SECRET' );
if ( $webhooks && $secrets ) {
	( new Announcements( $webhooks, $secrets[0] ) )->listen();
} else {
	add_action(
		'admin_notices',
		function () {
			if ( current_user_can( 'manage_options' ) ) {
				echo '<div class="notice notice-warning"><p>pressgraph is told of no change: PRESSGRAPH_WEBHOOK (the address of the gateway, as https://graph.example.org/webhook) and PRESSGRAPH_WEBHOOK_SECRET are to be defined in wp-config.php.</p></div>';
			}
		}
	);
}
