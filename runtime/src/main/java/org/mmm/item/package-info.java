/**
 * Items: what they are, whose they are, where they stand. A place is an Item too: it answers as an
 * Item by the same {@link org.mmm.item.ItemRules}.
 */
@NullMarked
package org.mmm.item;

import org.jspecify.annotations.NullMarked;
