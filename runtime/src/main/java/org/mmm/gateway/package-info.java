/**
 * What one node puts before the entities: names are looked up, requests are numbered and bounded,
 * and a journal that is gone is told at once.
 */
@NullMarked
package org.mmm.gateway;

import org.jspecify.annotations.NullMarked;
