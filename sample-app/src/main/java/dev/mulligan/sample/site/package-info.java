/**
 * The little web that is crawled: real pages on three loopback hosts, behind a layer of faults.
 *
 * <p>Every fault follows from the seed, the path and how often that path was asked for, so that two
 * crawls meet the same site. Nothing here knows of Mulligan.
 */
@NullMarked
package dev.mulligan.sample.site;

import org.jspecify.annotations.NullMarked;
