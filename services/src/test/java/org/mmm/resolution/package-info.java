@NullMarked
package org.mmm.resolution;

import org.jspecify.annotations.NullMarked;
