package io.catalogbridge.connectors.glue;

import java.util.Optional;
import java.util.function.Supplier;

/** Whose rights the calls are made with. Never holds a secret itself, so it can be printed. */
public sealed interface GlueCredentials {

    /** Whatever the AWS default chain finds: environment, profile, container, instance. */
    record DefaultChain() implements GlueCredentials {}

    /** A profile of the AWS configuration files. */
    record Profile(String name) implements GlueCredentials {}

    /**
     * A role, assumed through STS and renewed before its session ends.
     *
     * @param externalId  what the owner of the role asks callers to present
     * @param sessionName what the owner sees in the logs; 2 to 64 of {@code [\w+=,.@-]}
     * @param profile     whose keys assume the role; the default chain if empty
     */
    record Role(String arn, Optional<String> externalId, String sessionName, Optional<String> profile)
            implements GlueCredentials {

        /** How sessions are named if nobody cares. */
        public static final String DEFAULT_SESSION = "catalog-bridge";
    }

    /** Long-lived keys, asked for at every start of a client. */
    record Keys(Supplier<String> accessKeyId, Supplier<String> secretAccessKey) implements GlueCredentials {

        @Override
        public String toString() {
            return "Keys[by reference]";
        }
    }
}
