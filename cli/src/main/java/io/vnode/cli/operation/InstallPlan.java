package io.vnode.cli.operation;

import io.vnode.cli.plan.Plan;

/**
 * What an installation would do.
 *
 * @param context kubeconfig context
 * @param server URL of the API server
 * @param clusterId cluster id of the addon
 * @param regionId region of the container groups
 * @param image image of provider and webhook
 * @param replicas number of virtual nodes
 * @param plan the objects
 */
public record InstallPlan(
        String context, String server, String clusterId, String regionId, String image, int replicas, Plan plan) {}
