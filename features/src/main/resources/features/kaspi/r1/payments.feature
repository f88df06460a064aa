@doc-2.3
Feature: Payment by QR code and by link, scheme r1

  @doc-2.3.1 @doc-2.3.3 @row:r1_qr_create @row:r1_payment_status @row:r1_test_payment_scan @row:r1_test_payment_confirm @code:0 @needs:hooks
  Scenario: The customer scans the code, confirms, and the shop is paid
    Given a till at trade point 1 under scheme r1
    When the cashier shows a QR code for 200.00 tenge
    Then the purchase is waiting for the scan
    When the customer scans the code
    Then the purchase is waiting for the confirmation
    When the customer confirms the payment
    Then the purchase is paid

  @doc-2.3.2 @row:r1_qr_create-link @code:0 @needs:hooks
  Scenario: The customer opens the link, confirms, and the shop is paid
    Given a till at trade point 2 under scheme r1
    When the cashier sends a payment link for 30000 tenge
    Then the purchase is waiting for the scan
    When the customer scans the code
    Then the purchase is waiting for the confirmation
    When the customer confirms the payment
    Then the purchase is paid

  @doc-2.3.1 @row:r1_qr_create @code:0
  Scenario: The till learns how long to wait and how often to ask
    Given a till at trade point 1 under scheme r1
    When the cashier shows a QR code for 0.01 tenge
    Then the customer has 180 s to scan and 65 s to confirm, polled every 5 s
    When the cashier sends a payment link for 1 tenge
    Then the customer has 180 s to scan and 65 s to confirm, polled every 5 s

  @doc-2.3.1 @row:r1_qr_create @needs:clock
  Scenario: A code that nobody scans dies after three minutes, and not before
    Given a till at trade point 1 under scheme r1
    When the cashier shows a QR code for 200 tenge
    And 179 s pass
    Then the purchase is waiting for the scan
    When 2 s pass
    Then the purchase is failed

  @doc-2.3.2 @row:r1_qr_create-link @needs:clock
  Scenario: A link that nobody opens dies after three minutes, and not before
    Given a till at trade point 1 under scheme r1
    When the cashier sends a payment link for 200 tenge
    And 179 s pass
    Then the purchase is waiting for the scan
    When 2 s pass
    Then the purchase is failed

  @doc-2.3.3 @row:r1_payment_status @needs:clock @needs:hooks
  Scenario: A customer who does not confirm within 65 seconds pays nothing
    Given a till at trade point 1 under scheme r1
    When the cashier shows a QR code for 200 tenge
    And the customer scans the code
    And 64 s pass
    Then the purchase is waiting for the confirmation
    When 2 s pass
    Then the purchase is failed

  @doc-5.5 @row:r1_test_payment_confirmerror @code:0 @needs:hooks
  Scenario: The customer changes their mind after the scan
    Given a till at trade point 1 under scheme r1
    When the cashier shows a QR code for 200 tenge
    And the customer scans the code
    And the customer declines the payment
    Then the purchase is failed

  @doc-5.4 @row:r1_test_payment_scanerror @code:0 @needs:hooks
  Scenario: The scan itself fails
    Given a till at trade point 1 under scheme r1
    When the cashier shows a QR code for 200 tenge
    And the scan fails
    Then the purchase is failed

  @doc-2.3.3 @row:r1_payment_status @needs:clock @needs:hooks
  Scenario: Paid is paid, however much time passes
    Given a till at trade point 1 under scheme r1
    And a purchase of 200 tenge is paid
    When 86400 s pass
    Then the purchase is paid

  @row:r1_payment_status_v02 @code:0 @needs:hooks @needs:world
  Scenario: The extended status names the shop and the sum
    Given a till at trade point 1 under scheme r1
    When the cashier shows a QR code for 350.50 tenge
    Then the extended status says waiting for the scan, 350.50 tenge, "Магазин 1"
    When the customer scans the code
    And the customer confirms the payment
    Then the extended status says paid, 350.50 tenge, "Магазин 1"
