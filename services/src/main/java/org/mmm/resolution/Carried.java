package org.mmm.resolution;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An Item that goes along with a letter.
 *
 * @param id its name in the M-Instance that it is of
 * @param dataType what it is
 * @param data what stands in it
 */
public record Carried(String id, String dataType, JsonNode data) {}
