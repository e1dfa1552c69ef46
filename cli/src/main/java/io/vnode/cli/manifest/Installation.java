package io.vnode.cli.manifest;

import io.vnode.cli.certificate.WebhookCertificate;
import io.vnode.eci.credentials.Credentials;

/**
 * What differs from one installation of the addon to the next.
 *
 * @param settings what the provider and the webhook are told
 * @param image image of both
 * @param replicas number of virtual nodes
 * @param credentials access key of the addon's RAM user
 * @param certificate serving certificate of the webhook
 */
public record Installation(
        AddonSettings settings, String image, int replicas, Credentials credentials, WebhookCertificate certificate) {}
