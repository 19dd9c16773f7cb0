/**
 * The directory of names: what each name of the M-Instance was claimed for, once and for all. It is
 * divided into buckets, so that no single entity is asked by everybody.
 */
@NullMarked
package org.mmm.directory;

import org.jspecify.annotations.NullMarked;
