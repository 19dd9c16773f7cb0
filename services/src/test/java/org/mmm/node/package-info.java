@NullMarked
package org.mmm.node;

import org.jspecify.annotations.NullMarked;
