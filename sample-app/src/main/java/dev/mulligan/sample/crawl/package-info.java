/**
 * The crawler: one guarded method that fetches a page, and what stands around it.
 *
 * <p>{@link dev.mulligan.sample.crawl.PageFetcher} is the part to read first; it is all that an
 * application needs to write.
 */
@NullMarked
package dev.mulligan.sample.crawl;

import org.jspecify.annotations.NullMarked;
