@needs:wire @needs:world
Feature: Messages as the document prints them, scheme r2
  Transcribed request by request; the answer must have the printed names, types and contractual values.

  @doc-3.2.2 @row:r2_partner_tradepoints @code:0
  Scenario: 3.2.2 partner tradepoints
    Given a till at trade point 1 under scheme r2
    When the till opens "/r2/v01/partner/tradepoints"
    Then the bank's answer is as the document prints it: "r2-3.2.2-tradepoints"

  @doc-3.2.3 @row:r2_device_register @code:0
  Scenario: 3.2.3 device register
    Given a till at trade point 1 under scheme r2
    When the till sends the request that the document prints: "r2-3.2.3-device-register"
    Then the bank's answer is as the document prints it: "r2-3.2.3-device-register"

  @doc-3.3.1 @row:r2_qr_create @code:0
  Scenario: 3.3.1 qr create
    Given a till at trade point 1 under scheme r2
    When the till sends the request that the document prints: "r2-3.3.1-qr-create"
    Then the bank's answer is as the document prints it: "r2-3.3.1-qr-create"

  @doc-3.3.2 @row:r2_qr_create-link @code:0
  Scenario: 3.3.2 qr create-link
    Given a till at trade point 1 under scheme r2
    When the till sends the request that the document prints: "r2-3.3.2-qr-create-link"
    Then the bank's answer is as the document prints it: "r2-3.3.2-qr-create-link"

  @doc-3.2.4 @row:r2_device_delete @code:0
  Scenario: 3.2.4 device delete
    Given a till at trade point 1 under scheme r2
    When the till sends the request that the document prints: "r2-3.2.4-device-delete"
    Then the bank's answer is as the document prints it: "r2-3.2.4-device-delete"

  @doc-3.3.3 @row:r2_payment_status @code:0
  Scenario: 3.3.3 payment status
    Given a till at trade point 1 under scheme r2
    When the cashier shows a QR code for 200 tenge
    And the customer scans the code
    And the cashier asks how the purchase stands
    Then the bank's answer is as the document prints it: "r2-3.3.3-payment-status"

  @row:r2_payment_status_v02 @code:0
  Scenario: extended status, as seen in production
    Given a till at trade point 1 under scheme r2
    And a purchase of 200 tenge is paid
    When the cashier asks for the extended status
    Then the bank's answer is as the document prints it: "r2-v02-payment-status"

  @doc-5.1 @row:r2_health_ping @code:0
  Scenario: 5.1 ping
    Given a shop under scheme r2
    When the shop checks that the bank is there
    Then the bank's answer is as the document prints it: "r2-5.1-ping"

  @doc-3.1 @row:r2_payment_status @code:-1601
  Scenario: a refusal has a code and a text, and no data
    Given a shop under scheme r2
    And purchase number 404
    When the cashier asks how the purchase stands
    Then the bank's answer is as the document prints it: "r2-annex-3-refusal"

  @row:r2_device_register
  Scenario: names in another case and numbers as texts are accepted, as clients in production send them
    Given a till at trade point 1 under scheme r2
    When the till sends to "device/register/" the request "{'organizationBin':'180340021791','deviceId':'till-7','tradePointId':'12'}"
    Then the bank's answer is as the document prints it: "r2-3.2.3-device-register"

  @row:r2_qr_create
  Scenario: what is no JSON is not understood
    Given a till at trade point 1 under scheme r2
    When the till sends to "qr/create" the request "Amount=200"
    Then the HTTP status is 400
    And the answer holds code -400

  @row:r2_qr_create
  Scenario: a sum that is missing is not understood
    Given a till at trade point 1 under scheme r2
    When the till sends to "qr/create" the request "{'OrganizationBin':'180340021791','DeviceToken':'DEVICE'}"
    Then the HTTP status is 400
    And the answer holds code -400

  Scenario: a path that the bank does not have
    Given a shop under scheme r2
    When the till opens "/r2/v01/payment/history"
    Then the HTTP status is 404

  @doc-3.4.1 @row:r2_return_create @code:0
  Scenario: 3.4.1 return create
    Given a till at trade point 1 under scheme r2
    When the till sends the request that the document prints: "r2-3.4.1-return-create"
    Then the bank's answer is as the document prints it: "r2-3.4.1-return-create"

  @doc-3.4.2 @row:r2_return_status @code:0
  Scenario: 3.4.2 return status
    Given a till at trade point 1 under scheme r2
    When the cashier asks for a return code
    And the cashier asks how the return stands
    Then the bank's answer is as the document prints it: "r2-3.4.2-return-status"

  @doc-3.4.3 @row:r2_return_operations @code:0
  Scenario: 3.4.3 return operations
    Given a till at trade point 1 under scheme r2
    And a purchase of 1.00 tenge is paid
    When the cashier asks for a return code
    And the customer scans the return code
    And the cashier asks for the customer's purchases
    Then the bank's answer is as the document prints it: "r2-3.4.3-return-operations"

  @doc-3.4.5 @row:r2_payment_return @code:0
  Scenario: 3.4.5 payment return
    Given a till at trade point 1 under scheme r2
    And a purchase of 200.00 tenge is paid
    When the cashier asks for a return code
    And the customer scans the return code
    And the till sends the request that the document prints: "r2-3.4.5-payment-return"
    Then the bank's answer is as the document prints it: "r2-3.4.5-payment-return"

  @doc-3.4.4 @row:r2_payment_details @code:0
  Scenario: 3.4.4 payment details
    Given a till at trade point 1 under scheme r2
    And a purchase of 11.00 tenge is paid
    When the cashier asks for the purchase's details
    Then the bank's answer is as the document prints it: "r2-3.4.4-payment-details"
