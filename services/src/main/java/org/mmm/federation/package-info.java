/**
 * Two M-Instances that do not trust each other: their identities, what they sign, and how their
 * Resolution Services reach each other.
 */
@NullMarked
package org.mmm.federation;

import org.jspecify.annotations.NullMarked;
