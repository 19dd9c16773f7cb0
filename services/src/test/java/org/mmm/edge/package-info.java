@NullMarked
package org.mmm.edge;

import org.jspecify.annotations.NullMarked;
