package org.mmm.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** What goes in and out, as schemas. */
final class OpenApiSchemas {
  private OpenApiSchemas() {}

  static ObjectNode all() {
    try {
      return (ObjectNode) new JsonMapper().readTree(SCHEMAS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String SCHEMAS =
      """
      {
        "ID": {"type": "string", "minLength": 1, "maxLength": 256},
        "IDs": {
          "description": "one ID; in V1.2 also several",
          "oneOf": [
            {"$ref": "#/components/schemas/ID"},
            {"type": "array", "items": {"$ref": "#/components/schemas/ID"}, "minItems": 1}
          ]
        },
        "With": {
          "oneOf": [
            {"$ref": "#/components/schemas/ID"},
            {
              "type": "object",
              "description": "an Item by its ID, or an Item itself, with its Header"
            }
          ]
        },
        "Complements": {
          "type": "object",
          "properties": {
            "Nil": {"$ref": "#/components/schemas/ID"},
            "At": {"$ref": "#/components/schemas/IDs"},
            "By": {"$ref": "#/components/schemas/IDs"},
            "From": {"$ref": "#/components/schemas/IDs"},
            "Of": {"$ref": "#/components/schemas/ID"},
            "To": {"$ref": "#/components/schemas/IDs"},
            "With": {"type": "array", "items": {"$ref": "#/components/schemas/With"}}
          },
          "additionalProperties": false
        },
        "Request": {
          "type": "object",
          "properties": {
            "sourceProcessID": {"$ref": "#/components/schemas/ID"},
            "deonticVerb": {"const": "May"},
            "action": {"type": "string", "description": "as in the path"},
            "complements": {"$ref": "#/components/schemas/Complements"}
          },
          "required": ["sourceProcessID"],
          "additionalProperties": false
        },
        "Status": {
          "type": "object",
          "properties": {
            "code": {"type": "string", "description": "Ack, or why not"},
            "detail": {"type": "string", "description": "for people; never to be parsed"}
          },
          "required": ["code"]
        },
        "Reply": {
          "type": "object",
          "properties": {
            "destinationProcessID": {"$ref": "#/components/schemas/ID"},
            "complements": {"$ref": "#/components/schemas/Complements"},
            "paStatus": {"$ref": "#/components/schemas/Status"},
            "processActionID": {"type": "string"},
            "derivation": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "entity": {"type": "string"},
                  "decision": {"enum": ["permits", "refuses"]},
                  "sentence": {"type": "string"}
                }
              }
            }
          },
          "required": ["paStatus"]
        },
        "Error": {
          "type": "object",
          "properties": {"paStatus": {"$ref": "#/components/schemas/Status"}},
          "required": ["paStatus"]
        },
        "Document": {"type": "object"},
        "StoredData": {
          "type": "object",
          "properties": {
            "DataURI": {"type": "string", "description": "names it in an Item"},
            "DataLength": {"type": "integer", "description": "bytes"}
          },
          "required": ["DataURI", "DataLength"]
        },
        "Items": {
          "type": "object",
          "properties": {
            "items": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "itemID": {"type": "string"},
                  "dataType": {"type": "string"},
                  "owner": {"type": "string"}
                },
                "required": ["itemID"]
              }
            },
            "next": {"type": "string", "description": "ask after this for more"}
          },
          "required": ["items"]
        },
        "Processes": {
          "type": "object",
          "properties": {
            "processes": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {"processID": {"type": "string"}, "type": {"type": "string"}},
                "required": ["processID", "type"]
              }
            }
          },
          "required": ["processes"]
        },
        "RightsList": {
          "type": "object",
          "properties": {"rights": {"type": "array", "items": {"type": "object"}}},
          "required": ["rights"]
        },
        "Activity": {
          "type": "object",
          "properties": {
            "entries": {"type": "array", "items": {"type": "object"}},
            "next": {"description": "ask after this for more"}
          },
          "required": ["entries", "next"]
        },
        "Session": {
          "type": "object",
          "properties": {
            "humanID": {"type": "string"},
            "recoveryCode": {"type": "string"},
            "password": {"type": "string"}
          },
          "required": ["humanID"]
        },
        "PasswordChange": {
          "type": "object",
          "properties": {
            "humanID": {"type": "string"},
            "recoveryCode": {"type": "string"},
            "password": {"type": "string"},
            "newPassword": {"type": "string", "minLength": 8, "maxLength": 128}
          },
          "required": ["humanID", "newPassword"]
        },
        "TokenRequest": {
          "type": "object",
          "properties": {"processID": {"type": "string"}},
          "required": ["processID"]
        },
        "TokenAnswer": {
          "type": "object",
          "properties": {"token": {"type": "string"}},
          "required": ["token"]
        },
        "Backup": {
          "type": "object",
          "properties": {"path": {"type": "string", "description": "absolute, on the node's disk"}},
          "required": ["path"]
        }
      }
      """;
}
