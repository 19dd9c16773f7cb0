/**
 * Stories told to a real node, from outside, by clients that know only the published interfaces.
 */
@NullMarked
package org.mmm.story;

import org.jspecify.annotations.NullMarked;
