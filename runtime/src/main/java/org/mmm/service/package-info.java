/**
 * What all Services have in common: each is one Process by name and one entity per natural key,
 * which performs, asks in the Service's name, and keeps its part of the Service's log.
 */
@NullMarked
package org.mmm.service;

import org.jspecify.annotations.NullMarked;
