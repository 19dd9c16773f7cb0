/**
 * The directory: who answers to which name. 64 buckets, by a hash of the name that is part of the
 * data format.
 */
@NullMarked
package org.mmm.directory;

import org.jspecify.annotations.NullMarked;
