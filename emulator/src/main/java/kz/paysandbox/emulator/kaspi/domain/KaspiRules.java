package kz.paysandbox.emulator.kaspi.domain;

import java.time.Duration;
import kz.paysandbox.emulator.core.Money;

/**
 * The rules that the bank's behaviour depends on beside the organisation.
 *
 * @param maxAmount the largest amount of one payment
 * @param invoiceLife how long a remote invoice can be paid (4.6)
 * @param lookupsPerMinute client-info calls of one device (4.6.1)
 * @param invoicePollsPerMinute status calls for one remote invoice that still count as somebody's act
 * @param returnCodes what becomes of a return QR code by a return
 * @param mostPayments payments kept in a world
 * @param mostDevices devices kept in a world
 */
public record KaspiRules(
        Money maxAmount,
        Duration invoiceLife,
        int lookupsPerMinute,
        int invoicePollsPerMinute,
        ReturnCodeRules returnCodes,
        int mostPayments,
        int mostDevices) {}
