/**
 * What the node is run on: manifests, images, alerts, dashboards and settings, held against what
 * the node and the distribution really are.
 */
@NullMarked
package org.mmm.platform;

import org.jspecify.annotations.NullMarked;
